package ai.wikibuilder.models.gate;

import java.time.Duration;

/** How fast one key is used, by all who use it. Shared by threads. */
public interface KeyRate {
  /**
   * Waits for a turn.
   *
   * @param tokens what the call may use
   * @return to be closed when the call is over
   * @throws InterruptedException when whoever waits is no longer wanted; no turn was taken
   */
  Turn await(int tokens) throws InterruptedException;

  /** The provider wants to be left alone for so long: nobody gets a turn until then. */
  void holdOff(Duration time);

  /** A call under way. */
  @FunctionalInterface
  interface Turn extends AutoCloseable {
    @Override
    void close();
  }
}
