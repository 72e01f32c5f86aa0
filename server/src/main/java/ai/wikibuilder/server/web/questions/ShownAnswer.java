package ai.wikibuilder.server.web.questions;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.web.words.Words;
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

  /** A question about a repository, and the language of whoever asked it. */
  record Asked(Words words, Repository repository, String question) {}

  static AskView.Shown of(Asked asked, Answered answered) {
    Words words = asked.words();
    Citations citations = new Citations(asked.repository());
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
        asked.question(),
        parts,
        citations.all(),
        answered.notes(),
        answered.isFound() ? List.of() : answered.searched(),
        answered
            .model()
            .map(model -> words.say("ask.by-model", model))
            .orElseGet(() -> words.say("ask.by-none")));
  }

  private static void add(List<AskView.Part> parts, String kind, List<AskView.Said> sentences) {
    if (!sentences.isEmpty()) {
      parts.add(new AskView.Part(kind, List.copyOf(sentences)));
      sentences.clear();
    }
  }
}
