package ai.wikibuilder.server.jobs.work;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches over one build on a thread of its own: renews the lease, reports, and stops the build's
 * thread when it is to go no further. For one build.
 *
 * <p>The lease is renewed at a third of its length. A worker that could not renew for two thirds
 * stops by itself, by the clock of this process that never jumps: it has stopped before the lease
 * runs out by the clock of the database, where another worker may take it.
 */
final class Watch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

  /** Longest time between two reports, and so until a cancelled build stops. */
  private static final Duration REPORT_MAX = Duration.ofSeconds(1);

  private final Turn turn;
  private final Progress progress;
  private final HeldBuilds builds;
  private final Lease lease;
  private final Thread worked;
  private final Thread thread;
  private final ReentrantLock state = new ReentrantLock();
  private final Condition changed = state.newCondition();
  private @Nullable Stop stop;
  private boolean over;

  /** Why a build's thread was stopped. */
  enum Stop {
    CANCELLED,
    LOST,
    /** Somebody else has the same built for all just now. */
    BEHIND,
    /** This process is told to end. */
    CLOSING
  }

  /**
   * How long a lease is, and whether this process is about to end.
   *
   * @param length of the lease
   */
  record Lease(Duration length, BooleanSupplier isClosing) {
    long renewNanos() {
      return length.toNanos() / 3;
    }

    long lostNanos() {
      return length.toNanos() * 2 / 3;
    }
  }

  /**
   * Begins to watch.
   *
   * @param lease was taken or renewed just now
   */
  Watch(Turn turn, Progress progress, HeldBuilds builds, Lease lease) {
    this.turn = turn;
    this.progress = progress;
    this.builds = builds;
    this.lease = lease;
    this.worked = Thread.currentThread();
    this.thread = Thread.ofVirtual().name("watch " + turn.build().id()).start(this::watch);
  }

  private void watch() {
    long renewed = System.nanoTime();
    long pause = Math.min(REPORT_MAX.toNanos(), lease.renewNanos() / 2);
    while (waitFor(pause)) {
      try {
        if (lease.isClosing().getAsBoolean()) {
          stop(Stop.CLOSING);
          return;
        }
        if (System.nanoTime() - renewed >= lease.renewNanos()) {
          long before = System.nanoTime();
          if (!turn.renew()) {
            stop(Stop.LOST);
            return;
          }
          renewed = before;
        }
        if (!goesOn(builds.report(turn, progress.report()))) {
          return;
        }
      } catch (RuntimeException e) {
        // The database is away for a moment; only time tells whether the lease is lost.
        LOG.warn("watch failed build={} kind={}", turn.build().id(), e.getClass().getSimpleName());
      }
      if (System.nanoTime() - renewed >= lease.lostNanos()) {
        stop(Stop.LOST);
        return;
      }
    }
  }

  private boolean goesOn(HeldBuilds.Answer answer) {
    switch (answer) {
      case GO_ON -> {
        return true;
      }
      case CANCEL -> stop(Stop.CANCELLED);
      case LOST -> stop(Stop.LOST);
    }
    return false;
  }

  /** Whether to go on after a pause. */
  private boolean waitFor(long nanos) {
    state.lock();
    try {
      long left = nanos;
      while (!over && left > 0) {
        left = changed.awaitNanos(left);
      }
      return !over;
    } catch (InterruptedException e) {
      return false;
    } finally {
      state.unlock();
    }
  }

  private void stop(Stop reason) {
    state.lock();
    try {
      if (!over) {
        stop = reason;
        over = true;
        worked.interrupt();
      }
    } finally {
      state.unlock();
    }
  }

  /** Why the build's thread was stopped; empty when it was not, and then it never will be. */
  Optional<Stop> end() {
    state.lock();
    try {
      over = true;
      changed.signalAll();
      if (stop != null) {
        boolean _ = Thread.interrupted(); // it has been heard
      }
      return Optional.ofNullable(stop);
    } finally {
      state.unlock();
    }
  }

  /** Ends watching and waits until nothing more is reported. */
  @Override
  public void close() {
    Optional<Stop> _ = end();
    try {
      if (!thread.join(Duration.ofMillis(lease.length().toMillis()))) {
        LOG.warn("watch does not end build={}", turn.build().id());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
