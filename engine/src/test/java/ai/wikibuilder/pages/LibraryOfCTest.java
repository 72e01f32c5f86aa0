package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A library of C with one header at its root: its functions were no API, a test's main was. */
class LibraryOfCTest {
  @TempDir private static Path natives;

  private static final Map<String, String> FILES =
      Map.of(
          "README.md",
          """
          # tide

          A small library that reads tide tables.

          ```c
          #include "tide.h"

          int main(void) {
            return tide_next(0);
          }
          ```
          """,
          "tide.h",
          """
          #ifndef TIDE_H
          #define TIDE_H
          struct tide_table {
            int count;
          };
          // Opens a table of tides.
          int tide_open(struct tide_table *table);

          // Tells the next high water.
          int tide_next(int after);
          #endif
          """,
          "tide.c",
          """
          #include "tide.h"
          static int scale(int value) {
            return value * 2;
          }
          int tide_open(struct tide_table *table) {
            return scale(table->count);
          }
          int tide_next(int after) {
            return scale(after);
          }
          """,
          "runners/check.c",
          """
          #include "../tide.h"
          int main(int argc, char **argv) {
            struct tide_table table;
            return tide_open(&table);
          }
          """,
          "scripts/plot.py",
          """
          #!/usr/bin/env python3
          # Draws the tides of a year.
          class Canvas:
              def draw(self):
                  return 1


          if __name__ == "__main__":
              Canvas().draw()
          """);

  @Test
  void functionsOfTheHeaderThatTheReadmeIncludesAreItsApi() {
    String words = ParsedWiki.words("tide", natives, FILES);

    assertThat(words)
        .contains("* function tide_open: int tide_open(struct tide_table *table);")
        .contains("Opens a table of tides.")
        .contains("* function tide_next")
        .contains("It is a library: other code calls it.")
        .doesNotContain("* class Canvas")
        .doesNotContain("* function scale");
    assertThat(words.indexOf("* function tide_open"))
        .isLessThan(words.indexOf("`scripts/plot.py` starts a program"));
  }

  /**
   * A build of the Linux kernel ended with a fault at a gap between bits; a type above its
   * function's name and a comment of short words were claims that did not hold.
   */
  @Test
  void claimsAboutCAsTheKernelWritesItHold() {
    String words =
        ParsedWiki.words(
            "quay",
            natives,
            Map.of(
                "README.md",
                "# quay\n\nA driver for the lifting gear of quays.\n",
                "quay.c",
                """
                struct quay {
                  unsigned open : 1;
                  unsigned : 3;
                  int berths;
                };

                /* New mac for VF. Consider these cases. */
                ssize_t
                quay_weigh(struct quay *quay,
                           size_t most)
                {
                  return quay->berths * most;
                }

                /* Puts a quay in order. */
                int quay_open(struct quay *quay)
                {
                  quay->open = 1;
                  return quay_weigh(quay, 4);
                }
                """));

    assertThat(words).contains("[quay.c:8-10]").contains("`quay_weigh`: “New mac for VF.”");
  }
}
