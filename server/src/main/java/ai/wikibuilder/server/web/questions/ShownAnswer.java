package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.server.repositories.Repository;
import java.util.ArrayList;
import java.util.List;

/** Puts the lines of an answer together as paragraphs, headings and lists. Stateless. */
final class ShownAnswer {
  private static final String PARAGRAPH = "paragraph";

  private ShownAnswer() {}

  /** What a line begins; empty when it goes on with what is there. */
  static String begins(Answered.Line line) {
    return switch (line.place()) {
      case HEADING -> "heading";
      case ITEM -> "item";
      case PARAGRAPH -> PARAGRAPH;
      case CELL, NEXT -> "";
    };
  }

  static AskView.Shown of(Repository repository, String question, Answered answered) {
    Citations citations = new Citations(repository);
    List<AskView.Part> parts = new ArrayList<>();
    List<AskView.Said> sentences = new ArrayList<>();
    String kind = PARAGRAPH;
    for (Answered.Line line : answered.lines()) {
      String begins = begins(line);
      if (!begins.isEmpty()) {
        add(parts, kind, sentences);
        kind = begins;
      }
      sentences.add(citations.said(line));
    }
    add(parts, kind, sentences);
    return new AskView.Shown(
        question,
        parts,
        citations.all(),
        answered.notes(),
        answered.isFound() ? List.of() : answered.searched(),
        answered
            .model()
            .map(model -> "Answered by " + model + "; each sentence was checked.")
            .orElse("Answered without a model: the best evidence, arranged."));
  }

  private static void add(List<AskView.Part> parts, String kind, List<AskView.Said> sentences) {
    if (!sentences.isEmpty()) {
      parts.add(new AskView.Part(kind, List.copyOf(sentences)));
      sentences.clear();
    }
  }
}
