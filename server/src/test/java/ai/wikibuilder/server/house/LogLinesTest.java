package ai.wikibuilder.server.house;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A git host or a provider that answers with line breaks writes no line of the log by itself. */
class LogLinesTest {
  private static final String FORGED =
      "2026-11-27T00:00:00.000Z INFO  a.w.s.a.Audit operator=mallory";

  @Test
  void ofOursAloneBeginAtTheMargin() throws IOException {
    for (String end : List.of("\n", "\r\n", "\r", "\u2028", "\u0085")) {
      String forged = "gone" + end + FORGED;
      IllegalStateException failure =
          new IllegalStateException(forged, new IOException("because " + forged));

      String[] plain = written(forged, null).split("\\R");
      String[] failed = written("build failed id=1", failure).split("\\R");

      assertThat(plain[0]).contains("Worker gone");
      assertThat(String.join("\n", plain)).contains("operator=mallory");
      assertThat(Stream.of(plain).skip(1)).allMatch(line -> line.startsWith("  "));
      assertThat(failed[0]).endsWith("build failed id=1");
      assertThat(failed[1]).startsWith("java.lang.IllegalStateException: gone");
      assertThat(String.join("\n", failed))
          .contains("IllegalStateException: gone", "operator=mallory", "Caused by");
      assertThat(Stream.of(failed).skip(2)).allMatch(line -> line.startsWith("  "));
    }
  }

  private static String written(String message, @Nullable Throwable failure) throws IOException {
    Matcher pattern =
        Pattern.compile("<pattern>(.*)</pattern>")
            .matcher(Files.readString(Path.of("src/main/resources/logback.xml")));
    assertThat(pattern.find()).isTrue();
    LoggerContext context = new LoggerContext();
    PatternLayout layout = new PatternLayout();
    layout.setContext(context);
    layout.setPattern(pattern.group(1));
    layout.start();
    Logger logger = context.getLogger("ai.wikibuilder.server.jobs.work.Worker");
    return layout.doLayout(
        new LoggingEvent("log", logger, Level.WARN, message, failure, new Object[0]));
  }
}
