package ai.wikibuilder.models.scripted;

import java.util.List;
import java.util.Optional;

/**
 * What the scripted model says, and how its provider misbehaves while it does. Immutable.
 *
 * @param stop why it stops, in the words of OpenAI: {@code stop}, {@code length}, {@code
 *     tool_calls} or {@code content_filter}; each format says it in its own
 * @param cachedTokens of the prompt, as the provider tells
 */
public record ScriptedReply(
    String text, List<Call> calls, String stop, int cachedTokens, Optional<Fault> fault) {
  /** A tool call. */
  public record Call(String name, String arguments) {}

  public static ScriptedReply text(String text) {
    return new ScriptedReply(text, List.of(), "stop", 0, Optional.empty());
  }

  public static ScriptedReply calls(Call... calls) {
    return new ScriptedReply("", List.of(calls), "tool_calls", 0, Optional.empty());
  }

  public ScriptedReply with(Fault other) {
    return new ScriptedReply(text, calls, stop, cachedTokens, Optional.of(other));
  }

  public ScriptedReply stopping(String other) {
    return new ScriptedReply(text, calls, other, cachedTokens, fault);
  }

  public ScriptedReply cached(int tokens) {
    return new ScriptedReply(text, calls, stop, tokens, fault);
  }
}
