package ai.wikibuilder.answers.passages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.index.queries.QueryException;
import ai.wikibuilder.pages.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OneListTest {
  private static final Map<String, String> TEXTS =
      Map.of(
          "architecture",
          "# Architecture\n\nThe harbour has layers.\n\n## Layers\n\nBerths lie below ferries.\n",
          "berths",
          "# Berths\n\nA berth is booked for a ferry.\n\n## Booking a berth\n\nBookings are stored.\n",
          "glossary",
          "# Glossary\n\nTide, buoy, pilot.\n");

  private final PageSearch pages =
      new PageSearch(
          TEXTS.keySet().stream().sorted().map(OneListTest::page).toList(),
          slug -> Optional.ofNullable(TEXTS.get(slug)));

  private final OneList list = new OneList(OneListTest::code, pages);

  private static Page page(String slug) {
    String title = slug.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + slug.substring(1);
    return new Page(slug, title, Optional.empty(), "", List.of());
  }

  private static SearchResult code(String query, int limit) {
    Query.parse(query);
    List<SearchHit> hits = new ArrayList<>();
    for (int rank = 1; rank <= Math.min(limit, 10); rank++) {
      hits.add(new SearchHit(rank, "F" + rank, 1, 9, "S" + rank, "class", 20 - rank, List.of()));
    }
    return new SearchResult(hits, SearchResult.Order.LEXICAL, "");
  }

  private List<String> paths(String query, int limit) {
    return list.search(query, limit).hits().stream().map(SearchHit::path).toList();
  }

  @Test
  void aPassageIsFoundAtItsHeading() {
    SearchHit best = pages.find("how are berths booked", 5).getFirst();

    assertThat(best.path()).isEqualTo("markdown/berths.md");
    assertThat(best.startLine()).isEqualTo(5);
    assertThat(best.endLine()).isEqualTo(7);
    assertThat(best.symbol()).isEqualTo("Berths: Booking a berth");
    assertThat(best.kind()).isEqualTo("page");
    assertThat(best.explain().stream().mapToDouble(SearchHit.Signal::value).sum())
        .isEqualTo(best.score());
  }

  @Test
  void aPageIsNamedOnce() {
    assertThat(pages.find("berth", 5).stream().map(SearchHit::path)).doesNotHaveDuplicates();
  }

  @Test
  void whatThePagesDoNotSpeakOfIsNotFoundInThem() {
    assertThat(pages.find("how are kafka consumers rebalanced", 5)).isEmpty();
    assertThat(pages.find("", 5)).isEmpty();
    assertThat(paths("how are kafka consumers rebalanced", 10))
        .allMatch(path -> path.startsWith("F"));
  }

  @Test
  void aPageNamedByTheQuestionStandsThird() {
    assertThat(paths("booking a berth", 10).subList(0, 4))
        .containsExactly("F1", "F2", "markdown/berths.md", "F3");
  }

  @Test
  void aQuestionAboutTheWholeBeginsWithThePageAboutIt() {
    assertThat(paths("architecture layers", 10).getFirst()).isEqualTo("markdown/architecture.md");
  }

  @Test
  void theListIsAsLongAsAskedForAndNumberedThrough() {
    for (int limit = 1; limit <= 12; limit++) {
      List<SearchHit> hits = list.search("booking a berth", limit).hits();

      assertThat(hits).hasSizeLessThanOrEqualTo(limit);
      for (int i = 0; i < hits.size(); i++) {
        assertThat(hits.get(i).rank()).isEqualTo(i + 1);
      }
    }
    assertThat(paths("booking a berth", 2)).containsExactly("F1", "F2");
  }

  @Test
  void aFilterSaysWhatIsMeant() {
    assertThat(paths("kind:page berth", 10)).contains("markdown/berths.md").doesNotContain("F1");
    assertThat(paths("berth -kind:page", 10)).allMatch(path -> path.startsWith("F"));
    assertThat(paths("berth lang:java", 10)).allMatch(path -> path.startsWith("F"));
    assertThat(paths("berth /x+/", 10)).allMatch(path -> path.startsWith("F"));
    assertThatThrownBy(() -> list.search("berth kind:boat", 10)).isInstanceOf(QueryException.class);
  }

  @Test
  void turkishQuestionsFindEnglishPages() {
    PageSearch english =
        new PageSearch(List.of(page("session")), slug -> Optional.of("# Session\n\nA session.\n"));

    assertThat(english.find("oturum nasıl", 5)).hasSize(1);
  }
}
