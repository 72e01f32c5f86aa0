package ai.wikibuilder.server.jobs.schedules;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** How often. */
public enum Every {
  HOURLY(Duration.ofHours(1)),
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7));

  /** Part of the time that the next one may be earlier or later. */
  private static final double JITTER = 0.1;

  private final Duration length;

  Every(Duration length) {
    this.length = length;
  }

  /** Its name in rows and in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The one of that name, if there is one. */
  public static Optional<Every> ofWord(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
  }

  /** Time until the next one, a little more or less. */
  Duration next(RandomGenerator random) {
    double factor = 1 - JITTER + 2 * JITTER * random.nextDouble();
    return Duration.ofMillis((long) (length.toMillis() * factor));
  }
}
