package ai.wikibuilder.answers.tools;

import ai.wikibuilder.answers.Answer;
import ai.wikibuilder.pages.Evidence;
import java.util.List;

/** A question about the repository. */
final class AskQuestion implements Tool {
  private static final String QUESTION = "question";

  private final OpenWiki wiki;

  AskQuestion(OpenWiki wiki) {
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
    Answer answer = wiki.ask().apply(arguments.text(QUESTION));
    StringBuilder text = new StringBuilder();
    if (!answer.remark().isEmpty()) {
      text.append(answer.remark()).append("\n\n");
    }
    for (Answer.Statement one : answer.statements()) {
      text.append("- ").append(one.text());
      for (Evidence place : one.evidence()) {
        text.append(" [%s:%d-%d]".formatted(place.path(), place.startLine(), place.endLine()));
      }
      text.append('\n');
    }
    text.append("\n(").append(wiki.state()).append(')');
    return ToolResult.of(Excess.part(text.toString(), 0));
  }
}
