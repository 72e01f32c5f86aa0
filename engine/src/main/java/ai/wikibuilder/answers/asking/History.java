package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.prompts.PromptText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * Fits the turns before a question into a prompt: the newest as they are, the oldest in a summary,
 * which is made once and kept with the conversation. Stateless.
 */
final class History {
  private static final int SUMMARY_OUTPUT_TOKENS_MAX = 400;

  /** Characters of an old answer that stand for it where no model sums it up. */
  private static final int SHORT_ANSWER_CHAR_COUNT_MAX = 160;

  /** Characters of a summary without a model. */
  private static final int SUMMARY_CHAR_COUNT_MAX = 1_500;

  private final ChatModel model;
  private final ToIntFunction<String> tokens;
  private final int tokensMax;

  History(ChatModel model, ToIntFunction<String> tokens, int tokensMax) {
    this.model = model;
    this.tokens = tokens;
    this.tokensMax = tokensMax;
  }

  /**
   * What of a conversation goes into the next prompt.
   *
   * @param conversation with a new summary, when one was needed
   */
  record Fitted(Conversation conversation, List<Message> messages, Usage usage) {
    Fitted {
      messages = List.copyOf(messages);
    }
  }

  /** Fits a conversation. */
  Fitted fit(Conversation conversation) {
    List<Turn> recent = conversation.recent();
    int kept = 0;
    int used = conversation.summary().map(one -> tokens.applyAsInt(one.text())).orElse(0);
    while (kept < recent.size()) {
      Turn turn = recent.get(recent.size() - 1 - kept);
      used += tokens.applyAsInt(turn.question()) + tokens.applyAsInt(turn.words());
      if (used > tokensMax) {
        break;
      }
      kept++;
    }
    if (kept == recent.size()) {
      return new Fitted(conversation, messages(conversation), Usage.none());
    }
    int covered = conversation.turns().size() - kept;
    String old = written(conversation, recent.subList(0, recent.size() - kept));
    Summed summed = summed(old);
    Conversation next = conversation.summedUp(new Conversation.Summary(covered, summed.text()));
    return new Fitted(next, messages(next), summed.usage());
  }

  private record Summed(String text, Usage usage) {}

  private Summed summed(String old) {
    ChatRequest request =
        new ChatRequest(
            Purpose.QUESTION,
            "summary of a conversation",
            Tier.CHEAP,
            List.of(
                new Message.Instruction(PromptText.of(History.class, "summary.txt"), false),
                new Message.User(old)),
            List.of(),
            Optional.empty(),
            SUMMARY_OUTPUT_TOKENS_MAX);
    try {
      ChatReply reply = model.reply(request);
      return new Summed(cut(reply.text().strip(), SUMMARY_CHAR_COUNT_MAX), reply.usage());
    } catch (ModelException e) {
      if (e.kind() == ModelException.Kind.CANCELLED) {
        throw e;
      }
      String end = old.substring(Math.max(0, old.length() - SUMMARY_CHAR_COUNT_MAX));
      return new Summed(end, Usage.none());
    }
  }

  private static String written(Conversation conversation, List<Turn> turns) {
    StringBuilder text = new StringBuilder();
    conversation.summary().ifPresent(one -> text.append(one.text()).append('\n'));
    for (Turn turn : turns) {
      text.append("Asked: ").append(turn.question()).append('\n');
      text.append("Answered: ").append(cut(turn.words(), SHORT_ANSWER_CHAR_COUNT_MAX * 4));
      text.append('\n');
    }
    return text.toString();
  }

  private static String cut(String text, int most) {
    return text.length() <= most ? text : text.substring(0, most) + " …";
  }

  private static List<Message> messages(Conversation conversation) {
    List<Message> messages = new ArrayList<>();
    conversation
        .summary()
        .ifPresent(one -> {
          messages.add(new Message.User("What was talked about before:\n" + one.text()));
          messages.add(new Message.Assistant("Understood.", List.of()));
        });
    for (Turn turn : conversation.recent()) {
      messages.add(new Message.User(turn.question()));
      messages.add(
          new Message.Assistant(
              turn.answer().isBlank() ? "Nothing was found." : turn.words(), List.of()));
    }
    return messages;
  }

  /** The last turns in a few lines, for whoever reads the next question. */
  static String shortly(Conversation conversation) {
    StringBuilder text = new StringBuilder();
    conversation.summary().ifPresent(one -> text.append(one.text()).append('\n'));
    List<Turn> recent = conversation.recent();
    for (Turn turn : recent.subList(Math.max(0, recent.size() - 3), recent.size())) {
      text.append("Asked: ").append(turn.standalone()).append('\n');
      text.append("Answered: ").append(cut(turn.words(), SHORT_ANSWER_CHAR_COUNT_MAX)).append('\n');
    }
    return text.toString();
  }
}
