package ai.wikibuilder.pages;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.pages.composed.Shingles;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Holds any wiki against what keeps it readable: no page repeats another. Stateless. */
final class ReadingCheck {
  private static final double SHARE_MAX = 0.2;
  private static final int TIMES_MAX = 3;
  private static final int WORD_COUNT_MIN = 4;

  private ReadingCheck() {}

  static void check(Wiki wiki) {
    List<Page> pages = wiki.pages();
    for (int i = 0; i < pages.size(); i++) {
      for (Page other : pages.subList(i + 1, pages.size())) {
        assertThat(Shingles.share(pages.get(i), other))
            .as("what %s and %s share", pages.get(i).slug(), other.slug())
            .isLessThanOrEqualTo(SHARE_MAX);
      }
    }
    Map<String, Integer> told = new TreeMap<>();
    for (Sentence sentence : sentences(pages)) {
      String words = Texts.plain(sentence);
      if (words.split("\\s+", -1).length >= WORD_COUNT_MIN) {
        told.merge(words, 1, Integer::sum);
      }
    }
    told.values().removeIf(count -> count <= TIMES_MAX);
    assertThat(told).as("sentences told more than three times").isEmpty();
  }

  /** All but the cells of tables, which are names and their words. */
  private static List<Sentence> sentences(List<Page> pages) {
    List<Sentence> result = new ArrayList<>();
    for (Page page : pages) {
      for (Page.Section section : page.sections()) {
        for (Block block : section.blocks()) {
          switch (block) {
            case Block.Paragraph paragraph -> result.addAll(paragraph.sentences());
            case Block.Items items -> items.items().forEach(result::addAll);
            case Block.Symbols symbols ->
                symbols.cards().forEach(card -> result.addAll(card.facts()));
            case Block.Figure figure -> result.addAll(figure.diagram().inWords());
            case Block.Image image -> result.add(image.caption());
            case Block.Table _, Block.Excerpt _, Block.CodeBlock _ -> {}
          }
        }
      }
    }
    return result;
  }
}
