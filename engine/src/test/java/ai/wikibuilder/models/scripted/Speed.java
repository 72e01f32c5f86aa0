package ai.wikibuilder.models.scripted;

import java.time.Duration;

/**
 * How fast the scripted model writes. Immutable.
 *
 * @param firstToken wait before the first token
 * @param tokensPerSecond 0 for as fast as it can
 */
public record Speed(Duration firstToken, int tokensPerSecond) {
  /** As fast as it can. */
  public static Speed fast() {
    return new Speed(Duration.ZERO, 0);
  }

  /** As a provider's good model: 2 s to the first token, 50 tokens a second after it. */
  public static Speed ofProvider() {
    return new Speed(Duration.ofSeconds(2), 50);
  }

  Duration pause() {
    return tokensPerSecond == 0
        ? Duration.ZERO
        : Duration.ofNanos(1_000_000_000L / tokensPerSecond);
  }
}
