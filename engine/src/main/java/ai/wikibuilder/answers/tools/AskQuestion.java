package ai.wikibuilder.answers.tools;

import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.pages.Evidence;
import java.util.List;

/** A question about the repository. */
final class AskQuestion implements Tool {
  private static final String QUESTION = "question";

  private final ServedWiki wiki;

  AskQuestion(ServedWiki wiki) {
    this.wiki = wiki;
  }

  @Override
  public String name() {
    return "ask_question";
  }

  @Override
  public String description() {
    return "Answers a question about the repository in sentences, each with the lines that prove"
        + " it. Says so when the repository has nothing to it.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(new Argument(QUESTION, "string", "What you want to know.", true));
  }

  @Override
  public ToolResult call(Arguments arguments) {
    Answered answer = wiki.ask().apply(arguments.text(QUESTION));
    StringBuilder text = new StringBuilder();
    answer.notes().forEach(note -> text.append(note).append("\n\n"));
    for (Answered.Line line : answer.lines()) {
      if (line.standing() != Answered.Standing.STRUCK) {
        text.append("- ").append(line.text());
        text.append(line.standing() == Answered.Standing.UNCITED ? " (nothing shows it)" : "");
        for (Evidence place : line.sentence().evidence()) {
          text.append(" [" + place.shown() + "]");
        }
        text.append('\n');
      }
    }
    text.append("\n(").append(wiki.state()).append(')');
    return ToolResult.of(Excess.part(text.toString(), 0));
  }
}
