package ai.wikibuilder.models.gate;

import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Time and chance as the gate meets them. Shared by threads.
 *
 * @param random spreads tries, so that callers who failed together do not come back together
 */
public record Timing(Clock clock, Sleeper sleeper, RandomGenerator random) {
  /** Those of the world. */
  public static Timing real() {
    return new Timing(
        Clock.systemUTC(), Sleeper.real(), () -> ThreadLocalRandom.current().nextLong());
  }
}
