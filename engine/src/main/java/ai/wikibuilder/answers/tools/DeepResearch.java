package ai.wikibuilder.answers.tools;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A question that is looked into step by step; takes minutes and costs what a model costs. */
final class DeepResearch implements Tool {
  private static final String QUESTION = "question";

  private final Optional<Function<String, String>> research;

  /**
   * @param research gives the report of a question as text; empty where no model is configured
   */
  DeepResearch(Optional<Function<String, String>> research) {
    this.research = research;
  }

  @Override
  public String name() {
    return "deep_research";
  }

  @Override
  public String description() {
    return "Looks into a question about the repository step by step and reports, every sentence"
        + " with the lines that prove it, and what was not found. Takes minutes; ask_question is"
        + " for what one look answers.";
  }

  @Override
  public List<Argument> arguments() {
    return List.of(new Argument(QUESTION, "string", "What is to be looked into.", true));
  }

  @Override
  public ToolResult call(Arguments arguments) {
    String question = arguments.text(QUESTION);
    String report =
        research
            .orElseThrow(() ->
                new ToolException(
                    "deep_research needs a model and none is configured; use ask_question"))
            .apply(question);
    return ToolResult.of(Excess.part(report, 0));
  }
}
