package ai.wikibuilder.models;

import java.util.List;

/**
 * What a language model said. Immutable. Untrusted like everything a model writes.
 *
 * @param text empty when the model only calls tools; the JSON when JSON was asked for
 * @param model the one that answered, as configured; the fallback when it stood in
 */
public record ChatReply(
    String text, List<ToolCall> toolCalls, Stop stop, Usage usage, String model) {
  public ChatReply {
    toolCalls = List.copyOf(toolCalls);
  }

  /** Why the model stopped. */
  public enum Stop {
    /** It was done. */
    END,
    /** The reply was as long as it may be, and is cut. */
    LENGTH,
    /** It waits for the results of tools. */
    TOOL_CALLS
  }
}
