package ai.wikibuilder.models.scripted;

import java.util.List;
import java.util.Optional;

/**
 * What a model was asked, whatever the format it came in. Immutable.
 *
 * @param ordinal 0 for the first request the server saw
 * @param dialect {@code openai}, {@code anthropic}, {@code gemini} or {@code bedrock}
 * @param path with its query
 * @param credential value of whichever header carried the key; empty when none did
 * @param system all system texts, joined by line breaks
 * @param cacheBreakpoints how many marks for the prompt cache it held
 * @param tools names of the tools offered
 * @param schema of the JSON asked for
 * @param body as sent
 */
public record ReceivedPrompt(
    int ordinal,
    String dialect,
    String path,
    Optional<String> credential,
    String model,
    String system,
    List<Turn> turns,
    int cacheBreakpoints,
    List<String> tools,
    Optional<String> schema,
    int outputTokensMax,
    String body) {
  /**
   * One turn, flattened.
   *
   * @param role {@code user}, {@code assistant} or {@code tool}
   */
  public record Turn(String role, String text) {}

  /** Everything the model can read. */
  public String everything() {
    StringBuilder all = new StringBuilder(system);
    turns.forEach(turn -> all.append('\n').append(turn.text()));
    return all.toString();
  }

  /** Tokens as the scripted provider counts them. */
  public int tokens() {
    return Math.max(1, everything().length() / 4);
  }
}
