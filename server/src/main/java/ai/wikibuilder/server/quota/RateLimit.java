package ai.wikibuilder.server.quota;

import java.time.Duration;

/**
 * How often something may be asked. Immutable.
 *
 * @param name tells it from others that count the same key
 * @param count requests in {@code period}; as many at once when none came before
 */
public record RateLimit(String name, int count, Duration period) {
  public RateLimit {
    if (count < 1 || period.isZero() || period.isNegative()) {
      throw new IllegalArgumentException("a rate is at least one request in some time");
    }
  }
}
