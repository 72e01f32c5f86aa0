package ai.wikibuilder.graph.languages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import ai.wikibuilder.facts.ImportFact;
import ai.wikibuilder.source.SourceText;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DocTypesTest {
  @Test
  void jsDocSaysParametersAndResults() {
    String comment =
        """
        /**
         * Adds a command.
         * @param {Help} helper
         * @param {?Option} [option] what to add
         * @param {Stats=} stats
         * @param {Error | null} err
         * @param {Option|Command} either says nothing
         * @param {Object} settings
         * @param {Shop} settings.shop is no parameter
         * @param {string} name
         * @return {Promise<Command>} the new command
         */
        """;

    DocTypes said = DocTypes.of("javascript", comment);

    assertThat(said.parameters())
        .isEqualTo(Map.of("helper", "Help", "option", "Option", "stats", "Stats", "err", "Error"));
    assertThat(said.returned()).isEqualTo("Command");
    assertThat(DocTypes.of("javascript", "/** @returns {this} */").returned()).isEqualTo("this");
    assertThat(DocTypes.of("javascript", "/** @type {Ledger[]} */").own()).isEqualTo("Ledger[]");
  }

  @Test
  void otherLanguagesHaveTheirOwnForms() {
    assertThat(DocTypes.of("php", "/** @param \\App\\Book|null $book\n @return $this */"))
        .isEqualTo(new DocTypes(Map.of("$book", "App.Book"), "this", ""));
    assertThat(
            DocTypes.of(
                "ruby", "# @param book [Shop::Book, nil]\n# @param [Pen] pen\n# @return [Shelf]"))
        .isEqualTo(new DocTypes(Map.of("book", "Shop.Book", "pen", "Pen"), "Shelf", ""));
    assertThat(DocTypes.of("lua", "--- Opens\n--- @param book Book\n--- @treturn Page the first"))
        .isEqualTo(new DocTypes(Map.of("book", "Book"), "Page", ""));
    assertThat(
            DocTypes.of(
                "python",
                """
                Sells.

                :param Book book: what
                :type pen: shop.Pen or None
                :rtype: Receipt

                Args:
                    shelf (Shelf, optional): where
                """))
        .isEqualTo(
            new DocTypes(
                Map.of("book", "Book", "pen", "shop.Pen", "shelf", "Shelf"), "Receipt", ""));
  }

  @Test
  void aLanguageThatStatesTypesIsNotAskedTwice() {
    assertThat(DocTypes.of("java", "/** @param {Help} helper */")).isEqualTo(DocTypes.NONE);
  }

  @Test
  void importsInCommentsAreImports() {
    SourceText text =
        SourceText.of(
            """
            /** @import Chunk, {Info as ChunkInfo} from "./Chunk" */
            /**
             * @import {
             *   Source,
             *   Map
             * } from "../sources"
             */
            /** @typedef {import("./Ledger")} Ledger */
            /** @typedef {import('./Ledger').Line<T>} Entry */
            """);

    assertThat(DocTypes.imports(text))
        .containsExactly(
            new ImportFact("./Chunk", "default", "Chunk", 1),
            new ImportFact("./Chunk", "Info", "ChunkInfo", 1),
            new ImportFact("../sources", "Source", "Source", 3),
            new ImportFact("../sources", "Map", "Map", 3),
            new ImportFact("./Ledger", "default", "Ledger", 8),
            new ImportFact("./Ledger", "Line", "Entry", 9));
  }

  /** Each of these took the square of its length, or more. */
  @Test
  void hostileCommentsTakeNoLongerThanTheirLength() {
    String blanks = " ".repeat(1_000_000);
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(DocTypes.imports(SourceText.of("/** @import " + blanks + "*/"))).isEmpty();
          assertThat(DocTypes.imports(SourceText.of("@typedef {import('a') ".repeat(50_000))))
              .isEmpty();
          assertThat(
                  DocTypes.imports(SourceText.of("/** ğ @import A from './ş' */\n".repeat(30_000))))
              .hasSize(30_000)
              .endsWith(new ImportFact("./ş", "default", "A", 30_000));
        });
  }
}
