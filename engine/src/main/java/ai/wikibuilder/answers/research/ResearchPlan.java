package ai.wikibuilder.answers.research;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.prose.EvidencePiece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Has a model plan a research. Stateless. */
final class ResearchPlan {
  private static final int OUTPUT_TOKENS_MAX = 800;

  /** Sub-questions taken of a plan. */
  private static final int COUNT_MAX = 6;

  private static final JsonShape SHAPE =
      new JsonShape(
          "plan",
          """
          {"type":"object","additionalProperties":false,"required":["questions"],"properties":
          {"questions":{"type":"array","items":{"type":"object","additionalProperties":false,
          "required":["question","words"],"properties":{"question":{"type":"string"},
          "words":{"type":"string"}}}}}}
          """
              .replace("\n", ""));

  private ResearchPlan() {}

  /** What a model's plan came to. */
  record Made(List<SubQuestion> questions, ChatReply reply) {}

  /**
   * Asks for a plan.
   *
   * @return at least one sub-question: the question itself when the reply has none
   * @throws ai.wikibuilder.models.ModelException when there is no reply
   */
  static Made plan(ResearchRun run, List<EvidencePiece> seen, Assistant assistant) {
    StringBuilder prompt = new StringBuilder();
    prompt.append("LANGUAGE ").append(run.language().englishName());
    prompt.append("\nQUESTION\n").append(run.question()).append("\n\nEVIDENCE\n");
    seen.forEach(piece -> prompt.append(piece.shown()));
    ChatRequest request =
        assistant.request(
            run.question(),
            PromptText.of(ResearchPlan.class, "plan.txt"),
            prompt.toString(),
            new Assistant.Form(List.of(), Optional.of(SHAPE), OUTPUT_TOKENS_MAX));
    ChatReply reply = assistant.model().reply(request);
    return new Made(read(reply.text(), run.question()), reply);
  }

  private static List<SubQuestion> read(String reply, String question) {
    List<SubQuestion> questions = new ArrayList<>();
    for (JsonTree one : JsonTree.find(reply).orElse(JsonTree.absent()).items("questions")) {
      String text = one.text("question").or(one::text).orElse("").strip();
      if (!text.isEmpty() && questions.size() < COUNT_MAX) {
        questions.add(new SubQuestion(text, one.text("words").orElse("")));
      }
    }
    return questions.isEmpty() ? List.of(new SubQuestion(question, "")) : questions;
  }
}
