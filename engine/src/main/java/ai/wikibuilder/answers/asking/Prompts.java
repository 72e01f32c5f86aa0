package ai.wikibuilder.answers.asking;

import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.prompts.PromptText;
import ai.wikibuilder.pages.prose.EvidencePack;
import ai.wikibuilder.pages.prose.EvidencePiece;
import ai.wikibuilder.pages.prose.PageLanguage;
import java.util.ArrayList;
import java.util.List;

/** What a model is told to answer a question. Stateless; the texts stand beside the class. */
final class Prompts {
  private Prompts() {}

  /**
   * The messages that ask for an answer.
   *
   * @param history turns before, oldest first
   * @param withTools whether the model may look further
   */
  static List<Message> answer(Asked asked, List<Message> history, boolean withTools) {
    List<Message> messages = new ArrayList<>();
    messages.add(
        new Message.Instruction(
            PromptText.of(Prompts.class, "answer.txt")
                + (withTools ? PromptText.of(Prompts.class, "tools.txt") : "")
                + "\nREPOSITORY "
                + asked.repository()
                + "\n",
            true));
    messages.addAll(history);
    StringBuilder prompt = new StringBuilder();
    evidence(asked.evidence(), prompt);
    prompt.append("\nLANGUAGE ").append(asked.language().englishName());
    prompt.append("\nQUESTION\n").append(asked.question()).append('\n');
    messages.add(new Message.User(prompt.toString()));
    return messages;
  }

  /** What is asked, and from what it is to be answered. */
  record Asked(String repository, String question, PageLanguage language, EvidencePack evidence) {}

  private static void evidence(EvidencePack pack, StringBuilder prompt) {
    if (!pack.facts().isEmpty()) {
      prompt.append("FACTS\n");
      pack.facts().forEach(fact -> prompt.append(fact.shown()));
      prompt.append('\n');
    }
    prompt.append("EVIDENCE\n");
    for (EvidencePiece piece : pack.pieces()) {
      if (piece.kind() != EvidencePiece.Kind.FACT) {
        prompt.append(piece.shown());
      }
    }
  }
}
