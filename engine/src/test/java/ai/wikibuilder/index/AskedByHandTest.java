package ai.wikibuilder.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What searches made by hand in real repositories missed; see docs/search-by-hand.md. */
class AskedByHandTest {
  private final Fixture shop = SmallShop.files();
  @TempDir Path folder;
  private int indexCount;

  private SearchResult search(String query) {
    Path index = folder.resolve("index" + indexCount++);
    shop.build(index);
    try (SearchIndex search = SearchIndex.open(index, shop)) {
      return search.search(new SearchRequest(query, 10, false));
    }
  }

  private String first(String query) {
    return search(query).hits().getFirst().path();
  }

  /** A reader saw whatever had a part of the name, or nothing. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ParcelTrakcer", "ParcelTracer", "parceltrackr", "ParcelTr", "Parcell_Tracker"})
  void aNameTypedWrongOrInPartIsTakenForTheOneThatIsThereAndTheResultSaysSo(String typed) {
    SearchResult result = search(typed);

    assertThat(result.hits().getFirst().symbol()).startsWith("ParcelTracker");
    assertThat(result.note())
        .isEqualTo("nothing is called %s here; searched for ParcelTracker".formatted(typed));
  }

  @Test
  void ofNamesThatAreAlikeTheOneWithTheAskedCapitalIsMeant() {
    shop.put("src/a/run.py", "def without_overlap():\n    pass\n");
    shop.put("src/b/Lock.java", "public class WithoutOverlap {\n  void hold() {}\n}\n");

    assertThat(search("WithoutOverlapp").note()).endsWith("searched for WithoutOverlap");
    assertThat(search("without_overlapp").note()).endsWith("searched for without_overlap");
  }

  @ParameterizedTest
  @ValueSource(strings = {"zeppelin", "ParcelTracker", "order", "Zz", "parcel trackr"})
  void whatIsThereOrIsLikeNothingIsSearchedForAsItIs(String typed) {
    assertThat(search(typed).note()).isEmpty();
  }

  @Test
  void aMistypedWordOfASentenceIsTakenForTheOneThatIsThere() {
    shop.put("src/a/quay.py", "def moor(ship):\n    # arbitrary order of hawsers\n    pass\n");
    shop.put("src/b/quay.py", "def moor(ship):\n    # order of anchors\n    pass\n");

    assertThat(first("moor in arbitary order")).isEqualTo("src/a/quay.py");
    assertThat(first("moor in arbitrarily order")).isEqualTo("src/a/quay.py");
  }

  @Test
  void aFileWhoseNameTheSentenceSaysComesFirst() {
    String text = "def run(rows):\n    # prints the labels of all rows\n    return rows\n";
    shop.put("src/labels/rows/run.py", text);
    shop.put("src/z/label_rows.py", text);

    assertThat(first("labels of rows are printed twice")).isEqualTo("src/z/label_rows.py");
  }

  /** What a file does is often said in words by its test alone. */
  @Test
  void whatATestSaysLiftsTheFileThatItTests() {
    String text = "def run(ship):\n    # a pilot boards\n    return ship\n";
    shop.put("src/alpha.py", text);
    shop.put("src/zeta.py", text);
    shop.put(
        "tests/test_zeta.py",
        """
        def test_fog():
            # in thick fog the pilot waits for the tide
            assert run(1)
        """);

    assertThat(search("pilot waits in thick fog").hits().stream().map(SearchHit::path))
        .containsSubsequence("src/zeta.py", "src/alpha.py");
  }

  /** The values that a message was printed about outweighed its words. */
  @Test
  void aMessageIsFoundWhereItIsPrintedWhateverItWasPrintedAbout() {
    shop.put(
        "src/stock/shelf.py",
        """
        class Rack:
            def take(self, key):
                raise KeyError("Target shelf [" + key + "] does not exist.")
        """);
    for (int i = 0; i < 150; i++) {
      shop.put(
          "src/app/http/c%d.py".formatted(i),
          "class C%d:\n    def target_http_controllers(self, shelf, app):\n        return 1\n"
              .formatted(i));
    }
    shop.put(
        "tests/test_shelf.py",
        "def test_shelf():\n    message = \"Target shelf [x] does not exist.\"\n    take(message)\n");

    assertThat(search("Target shelf [App\\Http\\Controllers\\C7] does not exist.").hits())
        .extracting(SearchHit::path)
        .startsWith("src/stock/shelf.py");
  }

  @Test
  void aPathWithoutItsEndingIsFoundBelowItsFolder() {
    for (int i = 0; i < 150; i++) {
      shop.put("src/t%d.py".formatted(i), "def set_commands():\n    return commands\n");
    }
    shop.put("src/commands/set.json", "{}\n".repeat(400) + "{\"summary\": \"a value\"}\n");

    assertThat(first("commands/set")).isEqualTo("src/commands/set.json");
  }

  @Test
  void aQuestionAboutFilesThatBeginWithADotIsNotAnsweredByOne() {
    shop.put(".parcelignore", "build\n");
    shop.put(
        "src/ignore.py",
        "def parse_parcelignore(lines):\n    # where .parcelignore files are parsed\n    return lines\n");

    assertThat(first("where are .parcelignore files parsed")).isEqualTo("src/ignore.py");
    assertThat(first(".parcelignore")).isEqualTo(".parcelignore");
  }

  @Test
  void whatIsNamedComesFirstInTheSourceAndThenInTests() {
    shop.put("src/z/wiring.py", "def honor_labels():\n    return 1\n");
    for (String test : List.of("test_a", "test_b", "test_c")) {
      shop.put(
          "tests/" + test + ".py",
          "def honor_labels():\n    honor_labels = labels(honor_labels)\n    return honor_labels\n");
    }

    assertThat(first("honor_labels")).isEqualTo("src/z/wiring.py");
    assertThat(first("honor_labels tests/test_b.py")).isEqualTo("tests/test_b.py");
  }

  @Test
  void aFilterByNameFindsTheTypeBeforeAFieldOfThatName() {
    shop.put("src/a/Sender.java", "class Sender {\n  var courierType = none();\n}\n");
    shop.put("src/b/CourierType.java", "class CourierType {\n  void ride() {}\n}\n");

    assertThat(first("symbol:CourierType")).isEqualTo("src/b/CourierType.java");
  }

  @Test
  void anExpressionFindsTheBodyBeforeTheDeclaration() {
    shop.put("src/a.h", "void storeParcels(int count);\n");
    shop.put("src/b.c", "void storeParcels(int count) {\n  keep(count);\n}\n");

    assertThat(first("/void storeParcels\\(/")).isEqualTo("src/b.c");
  }
}
