package ai.wikibuilder.server.jobs.work;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StorageException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * Reads one wiki over and over on a thread of its own, every file of it, and watches the token of
 * its lease, while workers come and go.
 */
final class Reader implements AutoCloseable {
  /** Between two looks: some hundred a build, without taking the machine from the workers. */
  private static final Duration PAUSE = Duration.ofMillis(40);

  private final Workshop workshop;
  private final Workshop.Waiting waiting;
  private final AtomicReference<@Nullable Throwable> wrong = new AtomicReference<>();
  private final AtomicInteger lookCount = new AtomicInteger();
  private final Thread thread;
  private volatile boolean ends;

  private Reader(Workshop workshop, Workshop.Waiting waiting) {
    this.workshop = workshop;
    this.waiting = waiting;
    this.thread = Thread.ofVirtual().start(this::read);
  }

  static Reader of(Workshop workshop, Workshop.Waiting waiting) {
    return new Reader(workshop, waiting);
  }

  private void read() {
    long token = 0;
    try {
      while (!ends) {
        look();
        long now = token();
        assertThat(now).as("token of the lease").isGreaterThanOrEqualTo(token);
        token = now;
        lookCount.incrementAndGet();
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    } catch (RuntimeException | Error e) {
      wrong.set(e);
    }
  }

  private void look() {
    try (PinnedGeneration pinned =
        workshop.store().open(waiting.organisation().tenant(), waiting.repository().id())) {
      pinned.generation().verify();
    } catch (StorageException e) {
      assertThat(e.kind()).isEqualTo(StorageException.Kind.NOT_BUILT);
    }
  }

  private long token() {
    return workshop.count(
        "SELECT coalesce(max(token), 0) FROM repository_leases WHERE repository_id = :id",
        waiting.repository().id().value());
  }

  /** Ends reading; what was seen was whole each time. */
  void sawNothingTorn() {
    close();
    assertThat(wrong.get()).isNull();
    assertThat(lookCount.get()).isGreaterThan(2);
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
