package ai.wikibuilder.server;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CountDownLatch;

/**
 * What runs already, to be closed in the opposite order: by the server, or by the end of the
 * process even when it comes in the middle of a start. Threads may share it.
 */
final class Running implements AutoCloseable {
  private final Deque<Runnable> endings = new ArrayDeque<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread atTheEnd = new Thread(this::close, "stop");

  private Running() {}

  /** Nothing yet, watched over until it is closed. */
  static Running watched() {
    Running running = new Running();
    Runtime.getRuntime().addShutdownHook(running.atTheEnd);
    return running;
  }

  /**
   * Something has started; {@code ending} ends it, and does so at once when all is over already.
   */
  void add(Runnable ending) {
    synchronized (endings) {
      if (closed.getCount() > 0) {
        endings.push(ending);
        return;
      }
    }
    ending.run();
  }

  void awaitClose() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() {
    synchronized (endings) {
      while (!endings.isEmpty()) {
        endings.pop().run();
      }
      closed.countDown();
    }
    if (!Thread.currentThread().equals(atTheEnd)) {
      try {
        Runtime.getRuntime().removeShutdownHook(atTheEnd);
      } catch (IllegalStateException e) {
        // The process ends already; the hook runs or has run and finds nothing left to close.
      }
    }
  }
}
