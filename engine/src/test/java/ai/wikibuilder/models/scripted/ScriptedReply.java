package ai.wikibuilder.models.scripted;

import java.util.List;
import java.util.Optional;

/**
 * What the scripted model says, and how its provider misbehaves while it does. Immutable.
 *
 * @param stop why it stops, in the words of OpenAI: {@code stop}, {@code length}, {@code
 *     tool_calls} or {@code content_filter}; each format says it in its own
 * @param cachedTokens of the prompt, as the provider tells
 * @param counted tokens of prompt and reply, where the script counts them itself; in OpenAI's
 *     format alone
 */
public record ScriptedReply(
    String text,
    List<Call> calls,
    String stop,
    int cachedTokens,
    Optional<Fault> fault,
    Optional<Counted> counted) {
  /** Tokens of a prompt and its reply. */
  public record Counted(int in, int out) {}

  public ScriptedReply(
      String text, List<Call> calls, String stop, int cachedTokens, Optional<Fault> fault) {
    this(text, calls, stop, cachedTokens, fault, Optional.empty());
  }

  /** A tool call. */
  public record Call(String name, String arguments) {}

  public static ScriptedReply text(String text) {
    return new ScriptedReply(text, List.of(), "stop", 0, Optional.empty());
  }

  public static ScriptedReply calls(Call... calls) {
    return new ScriptedReply("", List.of(calls), "tool_calls", 0, Optional.empty());
  }

  public ScriptedReply with(Fault other) {
    return new ScriptedReply(text, calls, stop, cachedTokens, Optional.of(other), counted);
  }

  public ScriptedReply stopping(String other) {
    return new ScriptedReply(text, calls, other, cachedTokens, fault, counted);
  }

  public ScriptedReply cached(int tokens) {
    return new ScriptedReply(text, calls, stop, tokens, fault, counted);
  }

  public ScriptedReply counted(int in, int out) {
    return new ScriptedReply(
        text, calls, stop, cachedTokens, fault, Optional.of(new Counted(in, out)));
  }
}
