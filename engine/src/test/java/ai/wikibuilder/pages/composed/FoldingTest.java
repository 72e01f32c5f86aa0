package ai.wikibuilder.pages.composed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FoldingTest {
  private static Page page(String slug, String parent, String words) {
    Sentence sentence = Sentence.of(words);
    return new Page(
        slug,
        slug,
        parent.isEmpty() ? Optional.empty() : Optional.of(parent),
        "summary",
        List.of(new Page.Section("", List.of(new Block.Paragraph(List.of(sentence))))));
  }

  private static Page linking(String slug, String target) {
    return linking(slug, target, "there");
  }

  private static Page linking(String slug, String target, String text) {
    Sentence sentence = new Sentence(List.of(new Inline.PageLink(target, text)), List.of());
    return new Page(
        slug,
        slug,
        Optional.empty(),
        "summary",
        List.of(new Page.Section("", List.of(new Block.Paragraph(List.of(sentence))))));
  }

  private static final String LONG = "word ".repeat(Folding.WORD_COUNT_MIN + 10).strip();

  @Test
  void aShortPageBecomesASectionOfItsParentInThePlacesOrder() {
    List<Page> pages =
        Folding.of(
            List.of(
                page("overview", "", "Short itself."),
                page("first", "overview", "A few words."),
                page("second", "overview", "Some more."),
                page("long", "overview", LONG)));

    assertThat(pages).extracting(Page::slug).containsExactly("overview", "long");
    assertThat(pages.getFirst().sections())
        .extracting(Page.Section::heading)
        .containsExactly("", "first", "second");
  }

  @Test
  void whatIsBelowAFoldedPageMovesUp() {
    List<Page> pages =
        Folding.of(
            List.of(
                page("overview", "", LONG),
                page("area", "overview", "A few words."),
                page("inner", "area", LONG)));

    assertThat(pages.getLast().parent()).contains("overview");
  }

  @Test
  void aLinkToWhatIsNowOnTheSamePageIsWords() {
    List<Page> pages =
        Folding.of(List.of(linking("overview", "small"), page("small", "overview", "Few.")));

    Block.Paragraph first =
        (Block.Paragraph) pages.getFirst().sections().getFirst().blocks().getFirst();
    assertThat(first.sentences().getFirst().words()).containsExactly(new Inline.Plain("there"));
  }

  @Test
  void aLinkThatNamesWhatIsNowOnTheSamePageLeadsToItsSection() {
    List<Page> pages =
        Folding.of(
            List.of(linking("overview", "small", "small"), page("small", "overview", "Few.")));

    Block.Paragraph first =
        (Block.Paragraph) pages.getFirst().sections().getFirst().blocks().getFirst();
    assertThat(first.sentences().getFirst().words())
        .containsExactly(new Inline.PageLink("overview", "small"));
  }

  @Test
  void aPageWithoutASectionIsLeftOutAndItsLinksAreWords() {
    Page empty = new Page("none", "none", Optional.of("overview"), "summary", List.of());

    List<Page> pages = Folding.of(List.of(linking("overview", "none"), empty));

    assertThat(pages).hasSize(1);
    Block.Paragraph first =
        (Block.Paragraph) pages.getFirst().sections().getFirst().blocks().getFirst();
    assertThat(first.sentences().getFirst().words()).containsExactly(new Inline.Plain("there"));
  }

  @Test
  void aSentenceIsToldThreeTimesAtMost() {
    String words = "The same words are told again and again.";
    List<Page> pages =
        List.of(
            page("overview", "", words),
            page("a", "overview", words),
            page("b", "overview", words),
            new Page(
                "c",
                "c",
                Optional.of("overview"),
                "summary",
                List.of(
                    new Page.Section(
                        "",
                        List.of(
                            new Block.Paragraph(
                                List.of(Sentence.of(words), Sentence.of("Something new."))))))));

    Page last = new Repetition(pages, "And others.").pages().getLast();

    Block.Paragraph kept = (Block.Paragraph) last.sections().getFirst().blocks().getFirst();
    assertThat(kept.sentences()).containsExactly(Sentence.of("Something new."));
  }
}
