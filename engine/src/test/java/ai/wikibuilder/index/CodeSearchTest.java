package ai.wikibuilder.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.index.queries.QueryException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CodeSearchTest {
  private final Fixture shop = SmallShop.files();
  @TempDir Path folder;
  private SearchIndex index;

  @BeforeEach
  void build() {
    shop.build(folder.resolve("index"));
    index = SearchIndex.open(folder.resolve("index"), shop);
  }

  @AfterEach
  void close() {
    index.close();
  }

  private List<String> places(String query) {
    return index.search(SearchRequest.of(query)).hits().stream()
        .map(hit -> hit.path() + ":" + hit.startLine())
        .toList();
  }

  @Test
  void anExpressionFindsEveryLineThatMatchesAndNothingElse() {
    assertThat(places("/\\w+Cart\\(\\)/")).containsExactlyInAnyOrder("src/web/cart.js:3");
    assertThat(places("/user\\.\\w+_hash/")).containsExactly("src/auth/login.py:3");
    assertThat(places("/USER\\.\\w+_HASH/i")).containsExactly("src/auth/login.py:3");
    assertThat(places("/nowhere.*at all/")).isEmpty();
  }

  @Test
  void aNameComesFirstWhereItIsWrittenAsItWasAsked() {
    shop.put("src/a/limits.py", "def retry_delay():\n    return 1\n");
    shop.put("src/b/limits.py", "def RETRY_DELAY():\n    return 1\n");
    shop.put("src/c/limits.py", "def retryDelay():\n    return 1\n");
    shop.build(folder.resolve("other"));
    try (SearchIndex other = SearchIndex.open(folder.resolve("other"), shop)) {
      for (String name : List.of("retry_delay", "RETRY_DELAY", "retryDelay")) {
        assertThat(other.search(SearchRequest.of(name)).hits().getFirst().symbol()).isEqualTo(name);
      }
    }
  }

  @Test
  void aPhraseStandsInOneRun() {
    assertThat(places("\"come out of order\""))
        .containsExactly("src/tracking/ParcelTracker.java:3");
    assertThat(places("\"order of out come\"")).isEmpty();
  }

  @Test
  void filtersNarrowAndLeaveOut() {
    assertThat(places("save_user -path:tests")).noneMatch(place -> place.startsWith("tests/"));
    assertThat(places("parcel path:*.md")).allMatch(place -> place.contains(".md:")).isNotEmpty();
    assertThat(places("kind:class path:orders")).containsExactly("src/orders/PriceRule.java:2");
    assertThat(places("symbol:PriceRule.apply")).containsExactly("src/orders/PriceRule.java:3");
    assertThat(places("symbol:*_user kind:method")).isNotEmpty();
    assertThat(places("symbol:apply -path:orders -path:tracking")).isEmpty();
    assertThat(places("/apply\\(/ path:orders")).containsExactly("src/orders/PriceRule.java:3");
  }

  @Test
  void theTimeLimitEndsASearchAndSaysSo() {
    AtomicLong clock = new AtomicLong();
    try (SearchIndex slow =
        SearchIndex.open(
            folder.resolve("index"),
            shop,
            Reranker.none(),
            () -> clock.addAndGet(1_000_000_000L))) {
      SearchResult result = slow.search(SearchRequest.of("/(a+)+b/"));

      assertThat(result.note()).contains("time limit").contains("path:");
    }
  }

  @Test
  void aBadQueryIsRefusedButItsWordsCanBeSearched() {
    SearchRequest bad = SearchRequest.of("parcel \"tracker");

    assertThatThrownBy(() -> index.search(bad)).isInstanceOf(QueryException.class);
    assertThat(index.searchWords(bad).hits()).isNotEmpty();
  }

  /** Nothing that is typed may cost more than some dozens of look-ups. */
  @Timeout(10)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "parcel ",
        "the of and to ",
        "?!., ;:(){}[] ",
        "Ürün siparişi nasıl işleniyor ",
        "包裹如何被跟踪",
        "📦🚚",
        "\u0000\u0007\u001b",
        "x1y2z3Q4",
        "\"a\" ",
        "/a+/ ",
        "/(a|aa)+$/ ",
        "/((((x*)*)*)*)*y/ ",
        "path:a ",
        "path:**/*?*a* ",
        "lang:java ",
        "_",
        "/",
        "İIıi "
      })
  void aHundredThousandCharactersAreAnswered(String part) {
    String query = part.repeat(100_000 / part.length());

    SearchResult result = index.search(SearchRequest.of(query));

    assertThat(result.hits()).hasSizeLessThanOrEqualTo(10);
  }
}
