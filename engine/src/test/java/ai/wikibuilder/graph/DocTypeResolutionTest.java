package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Calls whose receiver only a doc comment or a constructor tells, as the real parser reads them.
 */
class DocTypeResolutionTest {
  private static final String LEDGER =
      """
      class Ledger {
        /** @param {string} line */
        enter (line) {}

        close () {}
      }
      module.exports = Ledger
      """;

  @TempDir Path natives;

  @Test
  void aScriptsCommentsSayWhatIsCalled() {
    String shop =
        """
        /** @import Ledger from './ledger' */

        class Shop {
          /** @param {Ledger} ledger */
          constructor (ledger) {
            this.ledger = ledger
          }

          sell () {
            this.ledger.enter('one')
          }

          /** @returns {this} */
          open () {}
        }

        /** @returns {Shop} */
        function found () {}

        /** @param {Ledger=} ledger */
        function end (ledger) {
          ledger.close()
          found().open().sell()
        }
        """;

    CodeGraph graph =
        new TestRepository()
            .file("lib/ledger.js", LEDGER)
            .file("lib/other.js", "class Door {\n  close () {}\n  open () {}\n  sell () {}\n}\n")
            .file("lib/shop.js", shop)
            .parsed(natives);

    assertThat(TestRepository.edges(graph))
        .contains(
            "lib/shop.js:10 -> lib/ledger.js#Ledger.enter",
            "lib/shop.js:22 -> lib/ledger.js#Ledger.close",
            "lib/shop.js:23 -> lib/shop.js#Shop.open",
            "lib/shop.js:23 -> lib/shop.js#Shop.sell");
  }

  @Test
  void aFieldIsWhatTheConstructorIsGiven() {
    CodeGraph graph =
        new TestRepository()
            .file("ledger.py", "class Ledger:\n    def enter(self):\n        pass\n")
            .file("other.py", "class Door:\n    def enter(self):\n        pass\n")
            .file(
                "shop.py",
                """
                from ledger import Ledger

                class Shop:
                    def __init__(self, ledger: Ledger, line):
                        self.books = ledger
                        self.line = line

                    def sell(self):
                        self.books.enter()
                        self.line.enter()
                """)
            .parsed(natives);

    assertThat(TestRepository.edges(graph))
        .contains("shop.py:9 -> ledger.py#Ledger.enter")
        .noneMatch(edge -> edge.startsWith("shop.py:10"));
  }

  @Test
  void aDeclaredTypeCountsMoreThanAComment() {
    CodeGraph graph =
        new TestRepository()
            .file("Ledger.php", "<?php\nclass Ledger {\n  function enter() {}\n}\n")
            .file("Door.php", "<?php\nclass Door {\n  function enter() {}\n}\n")
            .file(
                "Shop.php",
                """
                <?php
                class Shop {
                  /** @param Door $a
                   * @param Door $b */
                  function sell(Ledger $a, $b) {
                    $a->enter();
                    $b->enter();
                  }
                }
                """)
            .parsed(natives);

    assertThat(TestRepository.edges(graph))
        .contains("Shop.php:6 -> Ledger.php#Ledger.enter", "Shop.php:7 -> Door.php#Door.enter");
  }
}
