package ai.wikibuilder.server.answers;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says again and again that a piece of work goes on, and interrupts the thread that does it once it
 * is not wanted any more. For one piece of work; made and closed by the thread that does it.
 */
final class Heartbeat implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

  private final Duration pause;
  private final BooleanSupplier isWanted;
  private final Thread worker = Thread.currentThread();
  private final CountDownLatch over = new CountDownLatch(1);

  Heartbeat(Duration pause, BooleanSupplier isWanted) {
    this.pause = pause;
    this.isWanted = isWanted;
  }

  void begin() {
    Thread _ = Thread.ofVirtual().name("heartbeat").start(this::beat);
  }

  private void beat() {
    try {
      while (!over.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
        if (!isStillWanted()) {
          interrupt();
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean isStillWanted() {
    try {
      return isWanted.getAsBoolean();
    } catch (RuntimeException e) {
      LOG.warn("heartbeat missed kind={}", e.getClass().getSimpleName());
      return true; // the database is away for a moment; the lease says how long that may be
    }
  }

  /** Not once the work is over: the thread does something else by then. */
  private synchronized void interrupt() {
    if (over.getCount() > 0) {
      worker.interrupt();
    }
  }

  @Override
  public synchronized void close() {
    over.countDown();
  }
}
