package ai.wikibuilder.plan.refined;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.modules.CodeModule;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.plan.PlannedPage;
import ai.wikibuilder.plan.WikiPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Asks a model to improve a plan: one call over a summary of bounded size, whatever the size of the
 * repository. May be shared by threads.
 */
public final class PlanRefiner {
  /**
   * Tokens of the list of pages at most; a wiki of three hundred pages takes some nine thousand.
   */
  private static final int LIST_TOKENS_MAX = 10_000;

  /** A shorter list says too little of a wiki to be worth a call. */
  private static final int LIST_TOKENS_MIN = 300;

  /** Tokens of what stands around list, rules and shape. */
  private static final int FRAME_TOKENS = 100;

  /** Longest reply: edits of some sixty pages. */
  public static final int OUTPUT_TOKENS_MAX = 2_500;

  /** Parts named below the page that tells of them. */
  private static final int PART_COUNT_MAX = 8;

  private static final int SUMMARY_LENGTH_MAX = 110;

  private static final JsonShape SHAPE =
      new JsonShape(
          "plan",
          """
          {"type":"object","additionalProperties":false,
          "required":["rename","move","merge","split","order","add"],"properties":{
          "rename":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["slug","title"],"properties":{"slug":{"type":"string"},"title":{"type":"string"}}}},
          "move":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["slug","below"],"properties":{"slug":{"type":"string"},"below":{"type":"string"}}}},
          "merge":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["slug","into"],"properties":{"slug":{"type":"string"},"into":{"type":"string"}}}},
          "split":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["part","title"],"properties":{"part":{"type":"integer"},"title":{"type":"string"}}}},
          "order":{"type":"array","items":{"type":"string"}},
          "add":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["title","below","paths","question"],"properties":{"title":{"type":"string"},
          "below":{"type":"string"},"paths":{"type":"array","items":{"type":"string"}},
          "question":{"type":"string"}}}}}}
          """
              .replace("\n", ""));

  private static final String STANDS = "the plan of the code graph stands: ";

  private final ToIntFunction<String> tokens;
  private final String language;

  /**
   * @param tokens counts the tokens of a text
   * @param language name of the language of titles
   */
  public PlanRefiner(ToIntFunction<String> tokens, String language) {
    this.tokens = tokens;
    this.language = language;
  }

  /**
   * What became of a plan. Immutable.
   *
   * @param note in a sentence, what was done or why nothing was
   */
  public record Outcome(WikiPlan plan, String note) {}

  /**
   * Asks a model.
   *
   * @param summaries of the pages by slug, a line each
   * @return its reply, for {@link #apply}
   * @throws ModelException when there is none
   */
  public String ask(
      CodeGraph graph, WikiPlan plan, Map<String, String> summaries, ChatModel model) {
    ChatRequest request =
        request(graph, plan, summaries, model)
            .orElseThrow(() ->
                new ModelException(
                    ModelException.Kind.CONTEXT_EXCEEDED,
                    "the model's context has no room for a list of pages"));
    return model.reply(request).text();
  }

  /** The plan with what of a reply can be done, or as it is with the reason. */
  public static Outcome apply(CodeGraph graph, WikiPlan plan, String reply) {
    Optional<PlanEdits> edits = PlanEdits.read(reply);
    if (edits.isEmpty()) {
      return new Outcome(plan, STANDS + "the model's reply holds no such JSON object");
    }
    PlanEditor editor = new PlanEditor(graph, plan);
    WikiPlan edited = editor.edited(edits.get());
    Optional<String> lost = lost(graph, plan, edited);
    if (lost.isPresent()) {
      return new Outcome(plan, STANDS + "the model's would lose " + lost.get());
    }
    return new Outcome(
        edited,
        editor.refusedCount() == 0
            ? ""
            : "%d changes of the plan could not be made and were left out"
                .formatted(editor.refusedCount()));
  }

  /**
   * The call that is made, for the quote too; its list is as long as the model has room for.
   *
   * @return empty when it has room for none
   */
  public Optional<ChatRequest> request(
      CodeGraph graph, WikiPlan plan, Map<String, String> summaries, ChatModel model) {
    String rules = PromptText.of(PlanRefiner.class, "plan.txt");
    int room =
        model.promptTokensMax(Tier.CHEAP, OUTPUT_TOKENS_MAX)
            - tokens.applyAsInt(rules)
            - tokens.applyAsInt(SHAPE.schema())
            - FRAME_TOKENS;
    return room < LIST_TOKENS_MIN
        ? Optional.empty()
        : Optional.of(
            request(
                rules,
                "REPOSITORY %,d files%nLANGUAGE %s%n%nPAGES%n%s"
                    .formatted(
                        graph.fileCount(),
                        language,
                        list(graph, plan, summaries, Math.min(room, LIST_TOKENS_MAX)))
                    .replace("\r", "")));
  }

  private static ChatRequest request(String rules, String asked) {
    return new ChatRequest(
        Purpose.PLAN,
        "plan",
        Tier.CHEAP,
        List.of(new Message.Instruction(rules, false), new Message.User(asked)),
        List.of(),
        Optional.of(SHAPE),
        OUTPUT_TOKENS_MAX);
  }

  private String list(
      CodeGraph graph, WikiPlan plan, Map<String, String> summaries, int tokensMax) {
    List<String> lines = new ArrayList<>();
    int used = 0;
    for (PlannedPage page : plan.pages()) {
      String line = line(graph, page, summaries.getOrDefault(page.slug(), ""));
      used += tokens.applyAsInt(line);
      if (used > tokensMax) {
        lines.add(
            "and %d more pages, which stay as they are"
                .formatted(plan.pages().size() - lines.size()));
        break;
      }
      lines.add(line);
    }
    return String.join("\n", lines) + "\n";
  }

  private static String line(CodeGraph graph, PlannedPage page, String summary) {
    StringBuilder line = new StringBuilder();
    line.append(
        "%s | %s | %s | below %s"
            .formatted(
                page.slug(),
                page.title(),
                page.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                page.parent().orElse("nothing")));
    if (page.module() >= 0 && page.kind() != PlannedPage.Kind.TOPIC) {
      CodeModule module = graph.modules().get(page.module());
      line.append(
          " | %s, %d files, %d lines"
              .formatted(module.folder(), module.files().size(), module.lineCount()));
    }
    if (!summary.isEmpty()) {
      line.append(" | ").append(summary, 0, Math.min(summary.length(), SUMMARY_LENGTH_MAX));
    }
    int shown = 0;
    for (int part : page.folded()) {
      if (shown++ < PART_COUNT_MAX) {
        line.append("\n    part %d: %s".formatted(part, graph.modules().get(part).key()));
      }
    }
    return line.toString();
  }

  /** A module that was told of and would not be any more. */
  private static Optional<String> lost(CodeGraph graph, WikiPlan before, WikiPlan after) {
    for (CodeModule module : graph.modules()) {
      boolean told = before.pageOf(module.id()).isPresent() && !module.files().isEmpty();
      if (told && after.pageOf(module.id()).isEmpty()) {
        return Optional.of(module.key().isEmpty() ? "the files at the top" : module.key());
      }
    }
    return Optional.empty();
  }
}
