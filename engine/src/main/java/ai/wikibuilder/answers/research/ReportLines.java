package ai.wikibuilder.answers.research;

import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.prose.reading.ProseStream.Place;
import java.util.ArrayList;
import java.util.List;

/** A report as lines of an answer, to be shown like one. Stateless. */
public final class ReportLines {
  private ReportLines() {}

  /** All that the page says, in its order. */
  public static List<Line> of(Page page) {
    List<Line> lines = new ArrayList<>();
    for (Page.Section section : page.sections()) {
      if (!section.heading().isEmpty()) {
        lines.add(line(Place.HEADING, Sentence.of(section.heading())));
      }
      for (Block block : section.blocks()) {
        switch (block) {
          case Block.Paragraph(List<Sentence> sentences) -> add(sentences, Place.PARAGRAPH, lines);
          case Block.Items items -> items.items().forEach(item -> add(item, Place.ITEM, lines));
          case Block.Table table ->
              table.rows().stream()
                  .flatMap(List::stream)
                  .forEach(cell -> lines.add(line(Place.CELL, cell)));
          case Block.Figure(var diagram) -> add(diagram.inWords(), Place.ITEM, lines);
          case Block.Symbols _, Block.Excerpt _, Block.CodeBlock _, Block.Image _ -> {}
        }
      }
    }
    return lines;
  }

  private static void add(List<Sentence> sentences, Place first, List<Line> lines) {
    for (int i = 0; i < sentences.size(); i++) {
      lines.add(line(i == 0 ? first : Place.NEXT, sentences.get(i)));
    }
  }

  private static Line line(Place place, Sentence sentence) {
    return new Line(place, sentence, Standing.VERIFIED, "");
  }
}
