package ai.wikibuilder.answers.maps;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.wording.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A code map as a page: what is checked, and what is written to a file. Stateless. */
public final class MapPage {
  /** Characters of a question that make a title. */
  private static final int TITLE_CHAR_COUNT_MAX = 120;

  private MapPage() {}

  /** The page; each part is told, drawn and then shown line by line. */
  public static Page of(CodeMap map, String slug) {
    Catalogue words = new Catalogue(map.language());
    List<Page.Section> sections = new ArrayList<>();
    if (!map.remark().isEmpty()) {
      Block.Paragraph remark = new Block.Paragraph(List.of(Sentence.of(map.remark())));
      sections.add(new Page.Section("", List.of(remark)));
    }
    for (CodeMap.Part part : map.parts()) {
      List<Block> blocks = new ArrayList<>();
      if (!part.introduction().isEmpty()) {
        blocks.add(new Block.Paragraph(part.introduction()));
      }
      blocks.add(
          new Block.Items(true, part.steps().stream().map(CodeMap.Step::sentences).toList()));
      blocks.add(new Block.Figure(part.diagram()));
      sections.add(new Page.Section(part.title(), blocks));
    }
    for (CodeMap.Step step : map.steps()) {
      if (!step.code().isEmpty()) {
        String heading = words.text("map.step").replace("{number}", "" + step.number());
        sections.add(
            new Page.Section(heading.replace("{name}", step.name()), List.copyOf(step.code())));
      }
    }
    String question = map.question().strip();
    String title = question.substring(0, Math.min(TITLE_CHAR_COUNT_MAX, question.length()));
    return new Page(slug, title, Optional.empty(), title, sections);
  }
}
