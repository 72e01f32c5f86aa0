package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import java.util.List;

/**
 * Keeps the number of places that one page cites within what opens at once: of a page that cites
 * more, sentences keep their first marks. What a sentence quotes stays cited. Stateless.
 */
final class CitationBudget {
  /** Marks of one page, counted each time they stand; beyond it sentences keep fewer. */
  static final int MARK_COUNT_MAX = 240;

  private CitationBudget() {}

  /** The page, with no more marks than fit where its sentences allow it. */
  static Page within(Page page) {
    Page result = page;
    for (int kept = 2; kept >= 1 && count(result) > MARK_COUNT_MAX; kept--) {
      result = trimmed(result, kept);
    }
    return result;
  }

  private static int count(Page page) {
    int count = 0;
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        count += WordCount.sentences(block).stream().mapToInt(one -> one.evidence().size()).sum();
      }
    }
    return count;
  }

  private static Page trimmed(Page page, int kept) {
    List<Page.Section> sections =
        page.sections().stream()
            .map(section ->
                new Page.Section(
                    section.heading(),
                    section.blocks().stream().map(block -> trimmed(block, kept)).toList()))
            .toList();
    return new Page(page.slug(), page.title(), page.parent(), page.summary(), sections);
  }

  private static Block trimmed(Block block, int kept) {
    return switch (block) {
      case Block.Paragraph(List<Sentence> sentences) -> new Block.Paragraph(all(sentences, kept));
      case Block.Items(boolean numbered, List<List<Sentence>> items) ->
          new Block.Items(numbered, items.stream().map(item -> all(item, kept)).toList());
      case Block.Table(List<String> columns, List<List<Sentence>> rows) ->
          new Block.Table(columns, rows.stream().map(row -> all(row, kept)).toList());
      case Block.Symbols symbols -> symbols;
      case Block.Figure figure -> figure;
      case Block.Image image -> image;
      case Block.Excerpt excerpt -> excerpt;
      case Block.CodeBlock code -> code;
    };
  }

  private static List<Sentence> all(List<Sentence> sentences, int kept) {
    return sentences.stream().map(sentence -> one(sentence, kept)).toList();
  }

  private static Sentence one(Sentence sentence, int kept) {
    boolean quotes = sentence.words().stream().anyMatch(Inline.Quote.class::isInstance);
    return quotes || sentence.evidence().size() <= kept
        ? sentence
        : new Sentence(sentence.words(), sentence.evidence().subList(0, kept));
  }
}
