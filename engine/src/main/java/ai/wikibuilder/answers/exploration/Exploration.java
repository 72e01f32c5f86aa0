package ai.wikibuilder.answers.exploration;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Lets a model look into the repository until it has enough: it calls tools, sees what they show,
 * and calls again, so many times at most and only as long as something new comes. For one thread.
 */
public final class Exploration {
  /** Calls of one turn that are run; the rest are told to come again. */
  private static final int CALL_COUNT_MAX = 6;

  /** Turns without anything new after which the model has to do with what there is. */
  private static final int BARREN_COUNT_MAX = 2;

  /** Tokens left free of the window for what a turn's tools show. */
  private static final int TURN_TOKENS = 6_000;

  private final ChatModel model;
  private final Toolbox toolbox;
  private final ToIntFunction<String> tokens;
  private final int roundsMax;

  public Exploration(
      ChatModel model, Toolbox toolbox, ToIntFunction<String> tokens, int roundsMax) {
    this.model = model;
    this.toolbox = toolbox;
    this.tokens = tokens;
    this.roundsMax = roundsMax;
  }

  /**
   * How it ended.
   *
   * @param reply the model's own end; empty when it went on looking and was stopped
   */
  public record Outcome(Optional<ChatReply> reply, Usage usage) {}

  /**
   * Explores.
   *
   * @param first the request to begin with; it offers the tools
   * @param hearings told of each reply, one for each; only the last one's is finished
   * @param looked told of each tool's result
   * @throws ai.wikibuilder.models.ModelException as the model does
   */
  public Outcome explore(
      ChatRequest first, Supplier<? extends Hearing> hearings, Consumer<ToolResult> looked) {
    List<Message> messages = new ArrayList<>(first.messages());
    if (model.marksPay(first.tier(), 1)) {
      messages.add(marked(messages.removeLast())); // each further round reads it again
    }
    Usage usage = Usage.none();
    int barren = 0;
    for (int round = 0; round <= roundsMax; round++) {
      Hearing hearing = hearings.get();
      ChatRequest request = with(first, messages);
      ChatReply reply = model.reply(request, hearing);
      usage = usage.plus(reply.usage());
      if (reply.toolCalls().isEmpty()) {
        hearing.finish();
        return new Outcome(Optional.of(reply), usage);
      }
      hearing.pause();
      messages.add(new Message.Assistant(reply.text(), reply.toolCalls()));
      barren = run(reply.toolCalls(), messages, looked) == 0 ? barren + 1 : 0;
      if (barren >= BARREN_COUNT_MAX || isFull(first, messages)) {
        break;
      }
    }
    return new Outcome(Optional.empty(), usage);
  }

  private static Message marked(Message message) {
    return message instanceof Message.User user ? new Message.User(user.text(), true) : message;
  }

  /** Runs the calls of one turn; how much was new. */
  private int run(List<ToolCall> calls, List<Message> messages, Consumer<ToolResult> looked) {
    int found = 0;
    for (int i = 0; i < calls.size(); i++) {
      ToolCall call = calls.get(i);
      if (i >= CALL_COUNT_MAX) {
        messages.add(
            new Message.ToolResult(
                call.id(), "not run: at most %d calls at once".formatted(CALL_COUNT_MAX)));
        continue;
      }
      ToolResult result = toolbox.run(call);
      found += result.found().size();
      messages.add(new Message.ToolResult(call.id(), result.text()));
      looked.accept(result);
    }
    return found;
  }

  private boolean isFull(ChatRequest first, List<Message> messages) {
    int used = TURN_TOKENS;
    for (Message message : messages) {
      used += tokens.applyAsInt(message.text());
    }
    return used > model.promptTokensMax(first.tier(), first.outputTokensMax());
  }

  private static ChatRequest with(ChatRequest first, List<Message> messages) {
    return new ChatRequest(
        first.purpose(),
        first.subject(),
        first.tier(),
        messages,
        first.tools(),
        first.shape(),
        first.outputTokensMax());
  }
}
