package ai.wikibuilder.models.facts;

/**
 * A prompt and its reply, in tokens as {@code models.tokens.TokenCounter} counts them. Immutable.
 */
public record PromptSize(int promptTokens, int replyTokens) {
  public PromptSize {
    if (promptTokens < 1 || replyTokens < 1) {
      throw new IllegalArgumentException(
          "expected at least 1 token of prompt and reply, got %d, %d"
              .formatted(promptTokens, replyTokens));
    }
  }
}
