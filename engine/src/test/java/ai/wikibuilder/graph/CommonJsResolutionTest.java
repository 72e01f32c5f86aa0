package ai.wikibuilder.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts that give out and take in by assignment, as the real parser reads them. */
class CommonJsResolutionTest {
  private static final String SHOP =
      """
      const Ledger = require('./ledger')
      const weigh = require('./weigh').inGrams
      const { price: priceOf, tax } = require('./prices')

      const app = exports = module.exports = {}
      app.open = function open () {
        this.stock()
        app.close()
        tax()
        return new Ledger()
      }
      app.stock = function stock () {
        const ledger = new Ledger()
        ledger.enter(weigh(1), priceOf(1))
        Ledger.blank()
        open()
      }
      app.close = () => {}

      """;

  private static final String LEDGER =
      """
      class Book {
        static blank () {}
        enter (line) {}
      }
      module.exports = Book
      """;

  private static final String PRICES =
      """
      function amount (n) { return n }
      module.exports = { price: amount, ...taxes }
      """;

  @TempDir Path natives;

  private CodeGraph graph() {
    return new TestRepository()
        .file("lib/ledger.js", LEDGER)
        .file("lib/prices.js", PRICES)
        .file("lib/shop.js", SHOP)
        .file("lib/weigh.js", "exports.inGrams = function (n) { return n }\n")
        .file(
            "package.json", "{\"name\": \"shop\", \"files\": [\"lib\"], \"main\": \"./lib/shop\"}")
        .file("test/shop.test.js", "const shop = require('..')\nshop.open()\n")
        .parsed(natives);
  }

  @Test
  void whatAFileGivesOutIsKnownUnderTheNameOfWhoTakesItIn() {
    List<String> edges = TestRepository.edges(graph());

    assertThat(edges)
        .contains(
            "lib/shop.js:10 -> lib/ledger.js#Book",
            "lib/shop.js:14 -> lib/ledger.js#Book.enter",
            "lib/shop.js:14 -> lib/prices.js#amount",
            "lib/shop.js:14 -> lib/weigh.js#inGrams",
            "lib/shop.js:15 -> lib/ledger.js#Book.blank")
        .contains("test/shop.test.js:2 -> lib/shop.js#app.open");
  }

  @Test
  void methodsOfOneObjectCallEachOtherThroughIt() {
    List<String> edges = TestRepository.edges(graph());

    assertThat(edges)
        .contains(
            "lib/shop.js:7 -> lib/shop.js#app.stock", "lib/shop.js:8 -> lib/shop.js#app.close")
        .noneMatch(edge -> edge.startsWith("lib/shop.js:16 "));
  }

  @Test
  void aFunctionWithAPrototypeIsAClass() {
    CodeGraph graph =
        new TestRepository()
            .file(
                "lib/boxes.js",
                """
                function Box () {}
                Box.prototype.open = function () { return this.lid() }
                Box.prototype.lid = function () {}
                function Crate () {}
                util.inherits(Crate, Box)
                Crate.prototype = {
                  stack: function () { this.open() }
                }
                function main () {
                  const crate = new Crate()
                  crate.stack()
                }
                """)
            .parsed(natives);

    assertThat(TestRepository.edges(graph))
        .contains(
            "lib/boxes.js:2 -> lib/boxes.js#Box.lid",
            "lib/boxes.js:5 -> lib/boxes.js#Box",
            "lib/boxes.js:7 -> lib/boxes.js#Box.open",
            "lib/boxes.js:11 -> lib/boxes.js#Crate.stack");
  }

  @Test
  void anImportLeadsToTheFileThoughTheNameIsMadeInIt() {
    CodeGraph graph = graph();

    assertThat(graph.imports(graph.file("lib/shop.js")))
        .filteredOn(one -> one.name().equals("tax"))
        .singleElement()
        .satisfies(one -> {
          assertThat(graph.path(one.file())).isEqualTo("lib/prices.js");
          assertThat(one.symbol()).isNegative();
        });
    assertThat(graph.imports(graph.file("lib/prices.js"))).isEmpty();
  }

  @Test
  void aDefaultExportIsFoundUnderAnyName() {
    List<String> edges =
        TestRepository.edges(
            new TestRepository()
                .file("src/box.ts", "export default class Box {\n  static of() {}\n}\n")
                .file(
                    "src/lid.ts",
                    "function close() {}\nexport { close as shut }\nexport default close\n")
                .file(
                    "src/user.ts",
                    "import Crate from './box'\nimport seal, { shut } from './lid'\nCrate.of()\nseal()\nshut()\n")
                .parsed(natives));

    assertThat(edges)
        .containsExactly(
            "src/user.ts:3 -> src/box.ts#Box.of",
            "src/user.ts:4 -> src/lid.ts#close",
            "src/user.ts:5 -> src/lid.ts#close");
  }

  @Test
  void aScriptCountsMoreThanItsDeclarations() {
    CodeGraph graph =
        new TestRepository()
            .file("lib/clock.d.ts", "export function tick(): void;\n")
            .file("lib/clock.js", "exports.tick = function () {}\n")
            .file("lib/only.d.ts", "export function tock(): void;\n")
            .file(
                "lib/user.js",
                "const { tick } = require('./clock')\nconst { tock } = require('./only')\ntick()\ntock()\n")
            .parsed(natives);

    assertThat(TestRepository.edges(graph))
        .contains("lib/user.js:3 -> lib/clock.js#tick", "lib/user.js:4 -> lib/only.d.ts#tock");
  }
}
