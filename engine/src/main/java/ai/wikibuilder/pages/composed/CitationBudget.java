package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps the number of places that one page cites within what opens at once: of a page that cites
 * more, sentences keep their first marks, those of its last sections before those of its first.
 * What a sentence quotes stays cited. Stateless.
 */
final class CitationBudget {
  /** Marks of one page, counted each time they stand; beyond it sentences keep fewer. */
  static final int MARK_COUNT_MAX = 240;

  private CitationBudget() {}

  /** The page, with no more marks than fit where its sentences allow it. */
  static Page within(Page page) {
    List<Page.Section> sections = new ArrayList<>(page.sections());
    int count = sections.stream().mapToInt(CitationBudget::count).sum();
    for (int kept = 2; kept >= 1; kept--) {
      for (int i = sections.size() - 1; i >= 0 && count > MARK_COUNT_MAX; i--) {
        Page.Section trimmed = trimmed(sections.get(i), kept);
        count += count(trimmed) - count(sections.get(i));
        sections.set(i, trimmed);
      }
    }
    return new Page(page.slug(), page.title(), page.parent(), page.summary(), sections);
  }

  private static int count(Page.Section section) {
    return section.blocks().stream()
        .flatMap(block -> WordCount.sentences(block).stream())
        .mapToInt(sentence -> sentence.evidence().size())
        .sum();
  }

  private static Page.Section trimmed(Page.Section section, int kept) {
    return new Page.Section(
        section.heading(), section.blocks().stream().map(block -> trimmed(block, kept)).toList());
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
