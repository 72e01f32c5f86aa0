package ai.wikibuilder.server.jobs;

import java.time.Duration;

/**
 * How builds are worked at. Immutable.
 *
 * @param isWorker whether this process runs builds
 * @param buildsAtOnce builds this process runs side by side; each takes most of the machine
 * @param lease how long a worker that is not heard of keeps a repository; renewed at a third, given
 *     up by the worker itself at two thirds
 * @param polling how often a worker looks for work
 */
public record JobSettings(boolean isWorker, int buildsAtOnce, Duration lease, Duration polling) {
  /** Long enough for a pause of the machine, short enough that nobody waits for a dead worker. */
  private static final Duration LEASE = Duration.ofSeconds(30);

  private static final Duration POLLING = Duration.ofMillis(500);

  public JobSettings {
    if (buildsAtOnce < 1 || lease.toMillis() < 300) {
      throw new IllegalArgumentException(
          "at least one build at once and a lease of 300 ms, got %d and %s"
              .formatted(buildsAtOnce, lease));
    }
  }

  /** One build at a time. */
  public static JobSettings standard(boolean isWorker) {
    return new JobSettings(isWorker, 1, LEASE, POLLING);
  }
}
