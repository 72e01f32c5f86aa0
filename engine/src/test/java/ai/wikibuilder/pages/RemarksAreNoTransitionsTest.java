package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comment that named four methods of a protocol in brackets became a drawing of states. */
class RemarksAreNoTransitionsTest {
  @Test
  void constantsInTheBracketsOfACommentAreNoTransitions(@TempDir Path natives) {
    String words =
        ParsedWiki.words(
            "post",
            natives,
            Map.of(
                "src/main/java/post/Verb.java",
                """
                package post;
                public enum Verb { FETCH, STORE, ERASE, WATCH }
                """,
                "src/main/java/post/Filter.java",
                """
                package post;
                /**
                 * Looks at the verb (FETCH, STORE, ERASE, WATCH) of a letter.
                 */
                public class Filter {
                  public boolean isOpen(Verb verb) {
                    return verb == Verb.FETCH;
                  }
                }
                """));

    assertThat(words).doesNotContain("Drawn are").doesNotContain("three transitions");
  }

  /**
   * A network driver that sets several flags at once was drawn as states that follow each other.
   */
  @Test
  void flagsOfOneValueAreNoTransitions(@TempDir Path natives) {
    String words =
        ParsedWiki.words(
            "post",
            natives,
            Map.of(
                "src/main/java/post/Verb.java",
                """
                package post;
                public enum Verb { FETCH, STORE, ERASE, WATCH }
                """,
                "src/main/java/post/Filter.java",
                """
                package post;
                import static post.Verb.*;
                public class Filter {
                  public void open(Port port) {
                    port.write(FETCH | STORE | ERASE | WATCH);
                    port.write(STORE | ERASE);
                    port.write(ERASE | WATCH);
                  }
                }
                """));

    assertThat(words).doesNotContain("Drawn are").doesNotContain("transitions");
  }
}
