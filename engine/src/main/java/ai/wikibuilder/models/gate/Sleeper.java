package ai.wikibuilder.models.gate;

import java.time.Duration;

/** Lets time pass. */
@FunctionalInterface
public interface Sleeper {
  /**
   * Waits so long.
   *
   * @throws InterruptedException when whoever waits is no longer wanted
   */
  void sleep(Duration time) throws InterruptedException;

  /** The real one. */
  static Sleeper real() {
    return Thread::sleep;
  }
}
