package ai.wikibuilder.pages.composed;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import java.util.ArrayList;
import java.util.List;

/** Counts the words a reader finds on a page. */
final class WordCount {
  private WordCount() {}

  static int of(Page page) {
    int count = 0;
    for (Page.Section section : page.sections()) {
      for (Block block : section.blocks()) {
        for (Sentence sentence : sentences(block)) {
          count += Texts.plain(sentence).split("\\s+", -1).length;
        }
      }
    }
    return count;
  }

  /** All sentences of a block. */
  static List<Sentence> sentences(Block block) {
    List<Sentence> result = new ArrayList<>();
    switch (block) {
      case Block.Paragraph paragraph -> result.addAll(paragraph.sentences());
      case Block.Items items -> items.items().forEach(result::addAll);
      case Block.Table table -> table.rows().forEach(result::addAll);
      case Block.Symbols symbols ->
          symbols
              .cards()
              .forEach(card -> {
                card.purpose().ifPresent(result::add);
                result.addAll(card.facts());
              });
      case Block.Figure figure -> result.addAll(figure.diagram().inWords());
      case Block.Image image -> result.add(image.caption());
      case Block.Excerpt excerpt -> result.add(Sentence.of(excerpt.text()));
      case Block.CodeBlock code -> result.add(Sentence.of(code.text()));
    }
    return result;
  }
}
