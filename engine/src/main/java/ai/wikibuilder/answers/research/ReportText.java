package ai.wikibuilder.answers.research;

import ai.wikibuilder.pages.Block;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Sentence;
import ai.wikibuilder.pages.material.Texts;
import java.util.List;
import java.util.Optional;

/** A research as Markdown in which every place is written out: for agents. Stateless. */
public final class ReportText {
  private ReportText() {}

  /**
   * The report, or what was not found.
   *
   * @param page of the report; empty when there is none
   */
  public static String of(ResearchRun run, Optional<Page> page) {
    StringBuilder text = new StringBuilder("# ").append(run.question()).append("\n\n");
    switch (run.state()) {
      case CAPPED -> text.append("The budget ended it; this was learned until then.\n\n");
      case FAILED -> text.append("The model failed; this was learned until then.\n\n");
      case RUNNING, DONE, NOT_FOUND -> {}
    }
    if (page.isEmpty()) {
      text.append("Nothing was found for it.\n");
      run.missing().forEach(one -> text.append("- ").append(one).append('\n'));
    }
    for (Page.Section section : page.map(Page::sections).orElse(List.of())) {
      if (!section.heading().isEmpty()) {
        text.append("## ").append(section.heading()).append("\n\n");
      }
      section.blocks().forEach(block -> append(block, text));
    }
    return text.toString();
  }

  private static void append(Block block, StringBuilder text) {
    switch (block) {
      case Block.Paragraph(List<Sentence> sentences) ->
          text.append(joined(sentences)).append("\n\n");
      case Block.Items items -> {
        items.items().forEach(item -> text.append("- ").append(joined(item)).append('\n'));
        text.append('\n');
      }
      case Block.Table table -> {
        table.rows().forEach(row -> text.append("- ").append(joined(row)).append('\n'));
        text.append('\n');
      }
      case Block.Figure(var diagram) -> text.append(joined(diagram.inWords())).append("\n\n");
      case Block.Symbols _, Block.Excerpt _, Block.CodeBlock _, Block.Image _ -> {}
    }
  }

  private static String joined(List<Sentence> sentences) {
    StringBuilder text = new StringBuilder();
    for (Sentence sentence : sentences) {
      text.append(text.isEmpty() ? "" : " ").append(Texts.plain(sentence));
      for (Evidence place : sentence.evidence()) {
        text.append(" [" + place.shown() + "]");
      }
    }
    return text.toString();
  }
}
