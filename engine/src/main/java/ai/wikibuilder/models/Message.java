package ai.wikibuilder.models;

import java.util.List;

/** One turn of a conversation. Immutable. */
public sealed interface Message {
  /** The text of the turn. */
  String text();

  /**
   * What the product tells the model. Stands first; several are joined.
   *
   * @param cacheBreakpoint whether everything up to here is the same in many requests, so that a
   *     provider that must be told keeps it
   */
  record Instruction(String text, boolean cacheBreakpoint) implements Message {}

  /**
   * The question and its evidence.
   *
   * @param cacheBreakpoint as for the system's turn
   */
  record User(String text, boolean cacheBreakpoint) implements Message {
    public User(String text) {
      this(text, false);
    }
  }

  /** What the model said before. */
  record Assistant(String text, List<ToolCall> toolCalls) implements Message {
    public Assistant {
      toolCalls = List.copyOf(toolCalls);
    }
  }

  /** What a tool answered; follows the turn that called it. */
  record ToolResult(String callId, String text) implements Message {}
}
