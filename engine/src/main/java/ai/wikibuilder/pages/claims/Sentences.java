package ai.wikibuilder.pages.claims;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Inline;
import ai.wikibuilder.pages.Sentence;
import java.util.ArrayList;
import java.util.List;

/** Finds the sentences of a block and the names they use. Stateless. */
public final class Sentences {
  private Sentences() {}

  /** All sentences of a block, in reading order. */
  public static List<Sentence> of(Block block) {
    List<Sentence> result = new ArrayList<>();
    switch (block) {
      case Block.Paragraph paragraph -> result.addAll(paragraph.sentences());
      case Block.Items items -> items.items().forEach(result::addAll);
      case Block.Table table -> table.rows().forEach(result::addAll);
      case Block.Symbols symbols -> {
        for (Block.SymbolCard card : symbols.cards()) {
          card.purpose().ifPresent(result::add);
          result.addAll(card.facts());
        }
      }
      case Block.Figure figure -> result.addAll(figure.diagram().inWords());
      case Block.Image image -> result.add(image.caption());
      case Block.Excerpt excerpt -> {
        // code alone
      }
      case Block.CodeBlock code -> {
        // code alone
      }
    }
    return result;
  }

  /** What stands in code letters. */
  static List<String> names(List<Sentence> sentences) {
    List<String> result = new ArrayList<>();
    for (Sentence sentence : sentences) {
      for (Inline word : sentence.words()) {
        if (word instanceof Inline.Code(String text)) {
          result.add(text);
        }
      }
    }
    return result;
  }

  /** The words of a sentence, without what they lead to. */
  static String words(Sentence sentence) {
    StringBuilder all = new StringBuilder();
    for (Inline word : sentence.words()) {
      all.append(
          switch (word) {
            case Inline.Plain plain -> plain.text();
            case Inline.Code code -> code.text();
            case Inline.Strong strong -> strong.text();
            case Inline.Quote quote -> quote.text();
            case Inline.PageLink link -> link.text();
            case Inline.ExternalLink link -> link.text();
          });
    }
    return all.toString();
  }
}
