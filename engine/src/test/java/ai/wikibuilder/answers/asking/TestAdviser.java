package ai.wikibuilder.answers.asking;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/** A model that says what a test wants, a few characters at a time. */
public final class TestAdviser implements ChatModel {
  private static final int PIECE_LENGTH = 7;

  private final BiFunction<ChatRequest, PieceListener, ChatReply> script;
  private final List<ChatRequest> requests = new ArrayList<>();
  private int promptTokensMax = 100_000;

  public TestAdviser(BiFunction<ChatRequest, PieceListener, ChatReply> script) {
    this.script = script;
  }

  /** Always says the same. */
  static TestAdviser saying(String text) {
    return new TestAdviser((request, pieces) -> told(text, pieces));
  }

  TestAdviser taking(int tokens) {
    promptTokensMax = tokens;
    return this;
  }

  /** A reply of text, streamed. */
  public static ChatReply told(String text, PieceListener pieces) {
    for (int at = 0; at < text.length(); at += PIECE_LENGTH) {
      pieces.piece(text.substring(at, Math.min(text.length(), at + PIECE_LENGTH)));
    }
    return new ChatReply(
        text, List.of(), ChatReply.Stop.END, new Usage(100, 0, 20, Optional.empty()), "scripted");
  }

  /** A reply that calls tools. */
  public static ChatReply calling(ToolCall... calls) {
    return new ChatReply("", List.of(calls), ChatReply.Stop.TOOL_CALLS, Usage.none(), "scripted");
  }

  @Override
  public ChatReply reply(ChatRequest request, PieceListener pieces) {
    requests.add(request);
    return script.apply(request, pieces);
  }

  @Override
  public int promptTokensMax(Tier tier, int outputTokensMax) {
    return promptTokensMax;
  }

  List<ChatRequest> requests() {
    return requests;
  }

  /** Everything the model could read in its last request. */
  String lastPrompt() {
    StringBuilder all = new StringBuilder();
    requests.getLast().messages().forEach(message -> all.append(message.text()).append('\n'));
    return all.toString();
  }

  Optional<Adviser> adviser() {
    return Optional.of(new Adviser(this, text -> text.length() / 4, AskSettings.standard()));
  }
}
