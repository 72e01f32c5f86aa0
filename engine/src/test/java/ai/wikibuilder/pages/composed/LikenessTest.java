package ai.wikibuilder.pages.composed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Adapters for three versions of one library were three pages with the same words. */
class LikenessTest {
  private static Sentence said(String text) {
    return new Sentence(List.of(new Inline.Plain(text)), List.of());
  }

  private static String words(String stem, int count) {
    return IntStream.range(0, count).mapToObj(i -> stem + i).collect(Collectors.joining(" "));
  }

  private static Page page(String slug, Block... blocks) {
    List<Page.Section> sections =
        List.of(
            new Page.Section("", List.of(new Block.Paragraph(List.of(said(words(slug, 60)))))),
            new Page.Section("What is in it", List.of(blocks)));
    return new Page(slug, slug, Optional.of("overview"), "", sections);
  }

  private static Block items(String... items) {
    return new Block.Items(
        false, IntStream.range(0, items.length).mapToObj(i -> List.of(said(items[i]))).toList());
  }

  private static String text(Page page) {
    return page.sections().stream()
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> WordCount.sentences(block).stream())
        .map(Texts::plain)
        .collect(Collectors.joining("\n"));
  }

  @Test
  void whatASiblingHasSaidIsLeftToItAndTheReaderIsToldWhere() {
    Page first = page("one", items(words("common", 40), words("first", 20)));
    Page second = page("two", items(words("common", 40), words("second", 20)));

    List<Page> pages = new Likeness(new Catalogue("en")).pages(List.of(first, second));

    assertThat(Shingles.share(first, second)).isGreaterThan(0.2);
    assertThat(pages.getFirst()).isEqualTo(first);
    assertThat(Shingles.share(pages.get(0), pages.get(1))).isLessThan(0.2);
    assertThat(text(pages.get(1))).contains("second0").doesNotContain("common0");
    assertThat(pages.get(1).sections().getFirst().blocks().getFirst())
        .satisfies(block -> assertThat(block.toString()).contains("PageLink[slug=one, text=one]"));
  }

  @Test
  void rowsThatSayWhatThereIsStayAndAnAnnouncedListIsWhole() {
    Block files =
        new Block.Table(
            List.of("File", "Lines", "What it says and defines"),
            List.of(List.of(said(words("file", 20)), said("12"), said(words("says", 20)))));
    Block announced = new Block.Paragraph(List.of(said("It leans on one other part:")));
    Page first = page("one", files, announced, items(words("common", 40)));
    Page second = page("two", files, announced, items(words("common", 40)));

    List<Page> pages = new Likeness(new Catalogue("en")).pages(List.of(first, second));

    assertThat(text(pages.get(1))).contains("file0").contains("common0");
  }

  @Test
  void pagesWithWordsOfTheirOwnStayAsTheyAre() {
    List<Page> pages =
        List.of(page("one", items(words("first", 40))), page("two", items(words("second", 40))));

    assertThat(new Likeness(new Catalogue("en")).pages(pages)).isEqualTo(pages);
  }
}
