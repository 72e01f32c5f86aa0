package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.ModelException;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * When a call that failed is tried again. Immutable.
 *
 * <p>The first wait is {@code firstDelay}, each further one twice as long, up to {@code delayMax};
 * of each a random half is taken away. Where the provider says how long to wait, that counts, and
 * never less is waited; where it asks for more than {@code waitMax}, the call fails at once.
 *
 * @param triesMax tries of one call in all, for a provider that is busy or overloaded
 * @param brokenTriesMax tries of a call whose reply breaks off or is empty: it was paid for
 * @param silentTriesMax tries of a call that meets silence: each takes minutes
 */
public record RetryPolicy(
    int triesMax,
    int brokenTriesMax,
    int silentTriesMax,
    Duration firstDelay,
    Duration delayMax,
    Duration waitMax) {
  /** Some 15 s of waiting over five tries; two minutes when the provider asks for them. */
  public static RetryPolicy standard() {
    return new RetryPolicy(
        5, 3, 2, Duration.ofSeconds(1), Duration.ofSeconds(30), Duration.ofMinutes(2));
  }

  /** One more try after a second or two: for somebody who waits for the answer. */
  public static RetryPolicy brief() {
    return new RetryPolicy(
        2, 2, 1, Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(5));
  }

  /** How long to wait after so many tries; empty when the call has failed for good. */
  Optional<Duration> delay(ModelException failure, int tries, RandomGenerator random) {
    int most =
        switch (failure.kind()) {
          case RATE_LIMITED, OVERLOADED, UNAVAILABLE -> triesMax;
          case BROKEN_REPLY -> brokenTriesMax;
          case SILENT -> silentTriesMax;
          case FAILED,
              KEY_MISSING,
              KEY_REFUSED,
              MODEL_UNKNOWN,
              CONTEXT_EXCEEDED,
              REFUSED,
              OVER_BUDGET,
              CANCELLED ->
              1;
        };
    Duration asked = failure.retryAfter().orElse(Duration.ZERO);
    if (tries >= most || asked.compareTo(waitMax) > 0) {
      return Optional.empty();
    }
    long longest = Math.min(delayMax.toMillis(), firstDelay.toMillis() << Math.min(20, tries - 1));
    Duration own = Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    return Optional.of(asked.isZero() ? own : asked.plus(own.dividedBy(4)));
  }
}
