package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What lists constants and says nothing of what follows what is no drawing of states. */
class RemarksAreNoTransitionsTest {
  @TempDir private static Path natives;

  private static String words(String filter) {
    return ParsedWiki.words(
        "post",
        natives,
        Map.of(
            "src/main/java/post/Verb.java",
            """
            package post;
            public enum Verb { FETCH, STORE, ERASE, WATCH }
            """,
            "src/main/java/post/Filter.java",
            "package post;\nimport static post.Verb.*;\n" + filter));
  }

  /** A comment that named four methods of a protocol in brackets. */
  @Test
  void constantsInTheBracketsOfACommentAreNoTransitions() {
    String words =
        words(
            """
            /**
             * Looks at the verb (FETCH, STORE, ERASE, WATCH) of a letter.
             */
            public class Filter {
              public boolean isOpen(Verb verb) {
                return verb == Verb.FETCH;
              }
            }
            """);

    assertThat(words).doesNotContain("Drawn are").doesNotContain("transitions");
  }

  /** A network driver that sets several flags at once. */
  @Test
  void flagsOfOneValueAreNoTransitions() {
    String words =
        words(
            """
            public class Filter {
              public void open(Port port, Verb verb) {
                port.write(FETCH | STORE | ERASE | WATCH);
                port.write(STORE | ERASE);
                port.write(ERASE | WATCH);
              }
            }
            """);

    assertThat(words).doesNotContain("Drawn are").doesNotContain("transitions");
  }
}
