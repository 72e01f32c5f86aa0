package ai.wikibuilder.site.editions;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.data.Editions;
import ai.wikibuilder.site.data.MovedPage;
import ai.wikibuilder.source.SnapshotId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuccessionTest {
  private static final Page OVERVIEW = page("overview", "", "README.md");

  private static Page page(String slug, String parent, String... paths) {
    List<Sentence> sentences = new ArrayList<>();
    for (String path : paths) {
      sentences.add(Sentence.of("About " + path, new Evidence(path, 1, 2)));
    }
    return new Page(
        slug,
        "The " + slug,
        Optional.of(parent).filter(name -> !name.isEmpty()),
        "",
        List.of(new Page.Section("", List.of(new Block.Paragraph(sentences)))));
  }

  private static Wiki wiki(String commit, Page... pages) {
    Wiki.Numbers numbers = new Wiki.Numbers(1, 1, 1, 1, 1, 0, Map.of(), Map.of());
    SnapshotId id =
        new SnapshotId("r", Optional.empty(), Optional.of(commit), "0".repeat(40), "", false);
    return new Wiki(id, "", List.of(pages), numbers);
  }

  private static Succession succession(Wiki before, Wiki now, MovedPage... moved) {
    return Succession.of(earlier(before, Map.of(), moved), now);
  }

  private static EarlierWiki earlier(
      Wiki before, Map<String, String> pathsNow, MovedPage... moved) {
    return new EarlierWiki(
        Path.of("nowhere"), before, new Editions(Map.of(), List.of(moved)), true, pathsNow);
  }

  @Test
  void aPageThatCitesTheSamePlacesUnderAnotherNameIsTheSamePage() {
    Wiki before = wiki("a".repeat(40), OVERVIEW, page("tracking", "overview", "t/A", "t/B", "t/C"));
    Wiki now = wiki("b".repeat(40), OVERVIEW, page("parcels", "overview", "t/A", "t/B", "t/D"));

    assertThat(succession(before, now).moved())
        .containsExactly(new MovedPage("tracking", "The tracking", "parcels", true, "a".repeat(7)));
  }

  @Test
  void filesThatWereRenamedThemselvesAreKnownByTheirContent() {
    Wiki before = wiki("a".repeat(40), OVERVIEW, page("old", "overview", "old/A", "old/B"));
    Wiki now = wiki("b".repeat(40), OVERVIEW, page("new", "overview", "new/A", "new/B"));

    Map<String, String> renamed = Map.of("old/A", "new/A", "old/B", "new/B");

    assertThat(Succession.of(earlier(before, renamed), now).moved())
        .singleElement()
        .matches(moved -> moved.to().equals("new") && moved.renamed());
  }

  @Test
  void aPageThatIsToldNowhereLeadsToTheNearestOneAbove() {
    Wiki before =
        wiki(
            "a".repeat(40),
            OVERVIEW,
            page("area", "overview", "a/A"),
            page("part", "area", "p/A"),
            page("leaf", "part", "l/A"));
    Wiki now = wiki("b".repeat(40), OVERVIEW, page("area", "overview", "a/A"));

    Succession succession = succession(before, now);

    assertThat(succession.moved())
        .extracting(MovedPage::slug, MovedPage::to, MovedPage::renamed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("part", "area", false),
            org.assertj.core.groups.Tuple.tuple("leaf", "area", false));
    assertThat(succession.lostCount()).isEqualTo(2);
  }

  @Test
  void oldAddressesLeadOnThroughManyWikis() {
    Wiki before = wiki("b".repeat(40), OVERVIEW, page("second", "overview", "t/A"));
    Wiki now = wiki("c".repeat(40), OVERVIEW, page("third", "overview", "t/A"));
    MovedPage first = new MovedPage("first", "First", "second", true, "aaaaaaa");

    assertThat(succession(before, now, first).moved())
        .extracting(MovedPage::slug, MovedPage::to, MovedPage::renamed)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("first", "third", true),
            org.assertj.core.groups.Tuple.tuple("second", "third", true));
  }

  @Test
  void anAddressThatIsAPageAgainIsNotMoved() {
    Wiki before = wiki("b".repeat(40), OVERVIEW, page("second", "overview", "t/A"));
    Wiki now = wiki("c".repeat(40), OVERVIEW, page("first", "overview", "t/A"));
    MovedPage first = new MovedPage("first", "First", "second", true, "aaaaaaa");

    assertThat(succession(before, now, first).moved())
        .extracting(MovedPage::slug, MovedPage::to)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("second", "first"));
  }

  @Test
  void losingMoreThanHalfOfManyPagesIsNoticed() {
    List<Page> many = new ArrayList<>(List.of(OVERVIEW));
    for (int i = 0; i < 9; i++) {
      many.add(page("p" + i, "overview", "p" + i + "/A"));
    }
    Wiki before = wiki("a".repeat(40), many.toArray(Page[]::new));

    Wiki four = wiki("b".repeat(40), many.subList(0, 4).toArray(Page[]::new));
    Wiki five = wiki("b".repeat(40), many.subList(0, 5).toArray(Page[]::new));

    assertThat(succession(before, four).losesMost()).isTrue();
    assertThat(succession(before, five).losesMost()).isFalse();
    assertThat(Succession.first().losesMost()).isFalse();
  }
}
