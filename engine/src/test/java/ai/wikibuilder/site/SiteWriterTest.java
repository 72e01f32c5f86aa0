package ai.wikibuilder.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteWriterTest {
  @TempDir Path temp;

  @Test
  void theDemoWikiBecomesASite() throws Exception {
    Path out = Path.of(System.getProperty("demo.out", temp.toString())).resolve("demo");

    long start = System.nanoTime();
    new SiteWriter(SiteSettings.standard())
        .write(DemoWiki.wiki(), DemoWiki.TEXT, Optional.of(DemoWiki.LINKS), out);
    System.out.println("cold ms " + (System.nanoTime() - start) / 1_000_000);
    assertThat(Files.readString(out.resolve("index.html"))).contains("<h1>Fernpost</h1>");
  }
}
