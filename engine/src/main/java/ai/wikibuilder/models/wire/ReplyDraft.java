package ai.wikibuilder.models.wire;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.ToolCall;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.json.JsonText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A reply while it arrives. For one thread. */
final class ReplyDraft {
  /** Characters of one token at most, on average over a reply: what is longer was not asked for. */
  private static final int CHARACTERS_OF_TOKEN_MAX = 8;

  /** Calls of tools in one reply; no model makes as many. */
  private static final int TOOL_CALLS_MAX = 64;

  private final PieceListener pieces;
  private final long charactersMax;
  private final StringBuilder text = new StringBuilder();
  private final TreeMap<Integer, CallDraft> calls = new TreeMap<>();
  private final TreeMap<Integer, Map<String, StringBuilder>> thoughts = new TreeMap<>();
  private final InlineThoughts inline = new InlineThoughts();
  private Optional<Stop> stop = Optional.empty();
  private Optional<String> refusal = Optional.empty();
  private boolean finished;
  private int in = -1;
  private int cached;
  private int written;
  private int out;

  private static final class CallDraft {
    private String id = "";
    private String name = "";
    private String mark = "";
    private final StringBuilder arguments = new StringBuilder();
  }

  /**
   * @param outputTokensMax what was asked for; a reply that goes far beyond is cut
   */
  ReplyDraft(PieceListener pieces, int outputTokensMax) {
    this.pieces = pieces;
    this.charactersMax = (long) outputTokensMax * CHARACTERS_OF_TOKEN_MAX;
  }

  void piece(String piece) {
    if (!finished) {
      tell(inline.text(piece));
    }
  }

  private void tell(String piece) {
    if (piece.isEmpty()) {
      return;
    }
    long room = charactersMax - text.length();
    String kept = piece.length() <= room ? piece : piece.substring(0, (int) room);
    text.append(kept);
    if (!kept.isEmpty()) {
      pieces.piece(kept);
    }
    forgetThoughts(text.length() - kept.length());
    if (kept.length() < piece.length()) {
      stop = Optional.of(Stop.LENGTH);
      finished = true;
    }
  }

  /** Text that turns out to have been thoughts is taken back from whoever was told of it. */
  private void forgetThoughts(int from) {
    int end = InlineThoughts.endWithoutBeginning(text, from);
    if (end >= 0) {
      String left = text.substring(end).stripLeading();
      text.setLength(0);
      text.append(left);
      pieces.startOver();
      if (!left.isEmpty()) {
        pieces.piece(left);
      }
    }
  }

  /** A tool call begins, or goes on where the provider repeats its head. */
  void toolCall(int index, String id, String name) {
    CallDraft call = call(index);
    call.id = id.isEmpty() ? call.id : id;
    call.name = name.isEmpty() ? call.name : name;
  }

  void arguments(int index, String piece) {
    CallDraft call = call(index);
    if (call.arguments.length() + piece.length() > charactersMax) {
      throw new ModelException(
          Kind.BROKEN_REPLY, "the model calls a tool with more than it was allowed to write");
    }
    call.arguments.append(piece);
  }

  void mark(int index, String ofProvider) {
    call(index).mark = ofProvider;
  }

  private CallDraft call(int index) {
    if (!calls.containsKey(index) && calls.size() >= TOOL_CALLS_MAX) {
      throw new ModelException(
          Kind.BROKEN_REPLY,
          "the model calls more than %d tools in one reply".formatted(TOOL_CALLS_MAX));
    }
    return calls.computeIfAbsent(index, i -> new CallDraft());
  }

  int callCount() {
    return calls.size();
  }

  /** A piece of a thought, which the provider wants back before the tool calls that follow. */
  void thought(int index, String part, String piece) {
    thoughts
        .computeIfAbsent(index, i -> new LinkedHashMap<>())
        .computeIfAbsent(part, name -> new StringBuilder())
        .append(piece);
  }

  void stop(Stop reason) {
    if (stop.isEmpty() || !finished) {
      stop = Optional.of(reason);
    }
  }

  void refused(String reason) {
    refusal = Optional.of(reason);
  }

  /** Nothing more is to come. */
  void finish() {
    finished = true;
  }

  /** Whether the model said that it is done, so that only its usage may still come. */
  boolean isStopped() {
    return stop.isPresent();
  }

  boolean isFinished() {
    return finished;
  }

  void used(int tokensIn, int tokensCached, int tokensWritten) {
    in = Math.max(0, tokensIn);
    cached = Math.clamp(tokensCached, 0, in);
    written = Math.clamp(tokensWritten, 0, in - cached);
  }

  void wrote(int tokensOut) {
    out = Math.max(0, tokensOut);
  }

  /** What the model wrote so far, for counting when it breaks off. */
  String textSoFar() {
    return text.toString();
  }

  /** What the provider says of it; nothing where it says that no prompt was read. */
  Optional<TokenUse> use() {
    return in <= 0 ? Optional.empty() : Optional.of(new TokenUse(in, cached, written, out));
  }

  /**
   * The reply, now that nothing more comes.
   *
   * @throws ModelException BROKEN_REPLY when it has no end or is empty, REFUSED when the model
   *     declined
   */
  WireReply reply() {
    tell(inline.rest());
    if (refusal.isPresent()) {
      throw new ModelException(
          Kind.REFUSED, "the model declines to answer (%s)".formatted(refusal.get()));
    }
    if (stop.isEmpty()) {
      throw new ModelException(
          Kind.BROKEN_REPLY,
          "expected a complete reply, it broke off after %d characters; if that goes on, look at the network, or name a model.fallback"
              .formatted(text.length()));
    }
    List<ToolCall> toolCalls = toolCalls();
    if (text.toString().isBlank() && toolCalls.isEmpty()) {
      throw new ModelException(
          Kind.BROKEN_REPLY,
          stop.get() == Stop.LENGTH
              ? "expected text, the model wrote none before its reply was as long as it may be; a model that thinks wants more THOUGHTS in model.facts"
              : "expected text, the reply is empty; if that goes on, choose another model.strong, or name a model.fallback");
    }
    boolean calls = stop.get() == Stop.END && !toolCalls.isEmpty();
    return new WireReply(text.toString(), toolCalls, calls ? Stop.TOOL_CALLS : stop.get(), use());
  }

  private List<ToolCall> toolCalls() {
    List<ToolCall> complete = new ArrayList<>();
    for (var entry : calls.entrySet()) {
      CallDraft call = entry.getValue();
      String id = call.id.isEmpty() ? "call-" + entry.getKey() : call.id;
      String arguments = call.arguments.isEmpty() ? "{}" : call.arguments.toString();
      String given = complete.isEmpty() && !thoughts.isEmpty() ? thoughtsAsJson() : call.mark;
      complete.add(new ToolCall(id, call.name, arguments, given));
    }
    return complete;
  }

  private String thoughtsAsJson() {
    List<Map<String, String>> list = new ArrayList<>();
    for (Map<String, StringBuilder> thought : thoughts.values()) {
      Map<String, String> parts = new LinkedHashMap<>();
      thought.forEach((part, content) -> parts.put(part, content.toString()));
      list.add(parts);
    }
    return JsonText.of(list);
  }
}
