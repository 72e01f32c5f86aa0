package ai.wikibuilder.models;

import java.util.List;
import java.util.Optional;

/**
 * What is asked of a language model, and for whom. Immutable.
 *
 * @param subject page or question, for the ledger; only its beginning is kept
 * @param messages at least one; system turns first
 * @param tools offered to the model; usually none
 * @param shape asks for JSON; not together with tools
 * @param outputTokensMax longest reply; a longer one is cut and says so
 */
public record ChatRequest(
    Purpose purpose,
    String subject,
    Tier tier,
    List<Message> messages,
    List<ToolSpec> tools,
    Optional<JsonShape> shape,
    int outputTokensMax) {
  /** Longest subject the ledger keeps: a page's slug, or a question's beginning. */
  private static final int SUBJECT_LENGTH_MAX = 120;

  /** Marks for the prompt cache in one request: as many as the providers that want them take. */
  private static final int CACHE_BREAKPOINTS_MAX = 4;

  public ChatRequest {
    messages = List.copyOf(messages);
    tools = List.copyOf(tools);
    if (messages.isEmpty()) {
      throw new IllegalArgumentException("a request needs a message");
    }
    if (shape.isPresent() && !tools.isEmpty()) {
      throw new IllegalArgumentException("a request asks for JSON or offers tools, not both");
    }
    if (messages.stream().filter(ChatRequest::isBreakpoint).count() > CACHE_BREAKPOINTS_MAX) {
      throw new IllegalArgumentException(
          "a request has at most %d cache breakpoints".formatted(CACHE_BREAKPOINTS_MAX));
    }
    if (outputTokensMax < 1) {
      throw new IllegalArgumentException(
          "outputTokensMax must be positive, got " + outputTokensMax);
    }
    if (subject.length() > SUBJECT_LENGTH_MAX) {
      subject = subject.substring(0, SUBJECT_LENGTH_MAX);
    }
  }

  private static boolean isBreakpoint(Message message) {
    return switch (message) {
      case Message.Instruction instruction -> instruction.cacheBreakpoint();
      case Message.User user -> user.cacheBreakpoint();
      case Message.Assistant assistant -> false;
      case Message.ToolResult result -> false;
    };
  }
}
