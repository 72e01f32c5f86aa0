package ai.wikibuilder.server.jobs;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits on conditions, with a limit. */
public final class Waiting {
  private static final Duration LIMIT = Duration.ofSeconds(90);
  private static final Duration PAUSE = Duration.ofMillis(50);

  private Waiting() {}

  /** The first value that is as wanted. */
  public static <T> T until(Supplier<T> value, Predicate<T> wanted) {
    long deadline = System.nanoTime() + LIMIT.toNanos();
    while (true) {
      T now = value.get();
      if (wanted.test(now)) {
        return now;
      }
      if (System.nanoTime() > deadline) {
        throw new AssertionError("not within " + LIMIT + ": " + now);
      }
      LockSupport.parkNanos(PAUSE.toNanos());
    }
  }
}
