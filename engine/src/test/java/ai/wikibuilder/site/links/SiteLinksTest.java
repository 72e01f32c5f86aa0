package ai.wikibuilder.site.links;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteLinksTest {
  @TempDir Path site;

  private List<String> dead() {
    return SiteLinks.dead(site).stream().map(Finding::found).toList();
  }

  private void write(String name, String text) throws IOException {
    Path file = site.resolve(name);
    Files.createDirectories(file.resolveSibling("."));
    Files.writeString(file, text);
  }

  @Test
  void aLinkOfMarkdownLeadsToAHeadingAsGitHostsNameIt() throws IOException {
    write(
        "markdown/a.md",
        """
        # The `Parcel` class, in short
        [here](#the-parcel-class-in-short) [no](#the-parcel-class) [there](b.md#söz) [gone](c.md)
        `[code](nowhere.md)` \\[escaped](nowhere.md)

        ```
        [block](nowhere.md)
        ```
        """);
    write(
        "markdown/b.md", "# Söz\n\n[twice](#again-1) [thrice](#again-2)\n\n## Again\n\n## Again\n");

    assertThat(dead())
        .containsExactly(
            "markdown/a.md links to #the-parcel-class",
            "markdown/a.md links to c.md",
            "markdown/b.md links to #again-2");
  }

  @Test
  void theListForLanguageModelsIsFollowedToo() throws IOException {
    write("llms.txt", "- [A](markdown/a.md): one\n- [B](markdown/b.md): two\n");
    write("markdown/a.md", "# A\n");

    assertThat(dead()).containsExactly("llms.txt links to markdown/b.md");
  }
}
