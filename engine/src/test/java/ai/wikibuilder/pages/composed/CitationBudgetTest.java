package ai.wikibuilder.pages.composed;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CitationBudgetTest {
  private static final List<Evidence> FOUR =
      List.of(
          new Evidence("a", 1, 1),
          new Evidence("a", 2, 2),
          new Evidence("a", 3, 3),
          new Evidence("a", 4, 4));

  private static Page page(int sentenceCount) {
    List<Sentence> sentences = new ArrayList<>();
    for (int i = 0; i < sentenceCount; i++) {
      sentences.add(new Sentence(List.of(new Inline.Plain("Sentence " + i + ".")), FOUR));
    }
    sentences.add(new Sentence(List.of(new Inline.Quote("Its own words.")), FOUR));
    return new Page(
        "part",
        "Part",
        Optional.empty(),
        "A part.",
        List.of(new Page.Section("", List.of(new Block.Paragraph(sentences)))));
  }

  private static List<Integer> markCounts(Page page) {
    return WordCount.sentences(page.sections().getFirst().blocks().getFirst()).stream()
        .map(sentence -> sentence.evidence().size())
        .toList();
  }

  @Test
  void aPageWithinTheBudgetStaysAsItIs() {
    Page page = page(CitationBudget.MARK_COUNT_MAX / 4 - 1);

    assertThat(CitationBudget.within(page)).isEqualTo(page);
  }

  @Test
  void sentencesOfAPageBeyondItKeepTwoMarksAndQuotationsAll() {
    Page trimmed = CitationBudget.within(page(CitationBudget.MARK_COUNT_MAX / 2 - 4));

    assertThat(markCounts(trimmed).getFirst()).isEqualTo(2);
    assertThat(markCounts(trimmed).getLast()).isEqualTo(4);
  }

  @Test
  void everySentenceOfAPageFarBeyondItKeepsOne() {
    Page trimmed = CitationBudget.within(page(CitationBudget.MARK_COUNT_MAX));

    assertThat(markCounts(trimmed)).startsWith(1, 1, 1).doesNotContain(0);
  }

  /** A table near the end took the marks of what a page says first. */
  @Test
  void theLastSectionsGiveUpTheirMarksBeforeTheFirst() {
    Page half = page(CitationBudget.MARK_COUNT_MAX / 8);
    Page both =
        new Page(
            "part",
            "Part",
            Optional.empty(),
            "A part.",
            List.of(half.sections().getFirst(), half.sections().getFirst()));

    Page trimmed = CitationBudget.within(both);

    assertThat(trimmed.sections().getFirst()).isEqualTo(half.sections().getFirst());
    assertThat(
            markCounts(
                new Page(
                    "part",
                    "Part",
                    Optional.empty(),
                    "A part.",
                    List.of(trimmed.sections().getLast()))))
        .startsWith(2, 2);
  }
}
