package ai.wikibuilder.models.gate;

/**
 * How much one key may be used. Immutable.
 *
 * @param requestsPerMinute 0 for no limit
 * @param tokensPerMinute in and out together; 0 for no limit
 * @param callsAtOnce at least 1
 */
public record RateLimits(int requestsPerMinute, int tokensPerMinute, int callsAtOnce) {
  public RateLimits {
    if (requestsPerMinute < 0 || tokensPerMinute < 0 || callsAtOnce < 1) {
      throw new IllegalArgumentException(
          "impossible limits: %d requests, %d tokens, %d calls at once"
              .formatted(requestsPerMinute, tokensPerMinute, callsAtOnce));
    }
  }
}
