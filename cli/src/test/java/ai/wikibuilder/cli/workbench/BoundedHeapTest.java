package ai.wikibuilder.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BoundedHeapTest {
  private static final long ALIVE = 900L << 20;

  private final AtomicLong used = new AtomicLong();
  private final AtomicInteger collections = new AtomicInteger();

  private final BoundedHeap heap =
      new BoundedHeap(
          used::get,
          () -> {
            collections.incrementAndGet();
            used.set(ALIVE);
          });

  @Test
  void garbageIsCollectedOnceThereIsMuchOfIt() {
    used.set(BoundedHeap.GARBAGE_BYTES_MAX);
    heap.look();
    assertThat(collections).hasValue(0);

    used.set(BoundedHeap.GARBAGE_BYTES_MAX + 1);
    heap.look();
    assertThat(collections).hasValue(1);
  }

  @Test
  void whatIsAliveDoesNotCount() {
    used.set(ALIVE);
    heap.look();
    heap.look();
    used.addAndGet(BoundedHeap.GARBAGE_BYTES_MAX);
    heap.look();
    assertThat(collections).hasValue(1);

    used.addAndGet(1);
    heap.look();
    assertThat(collections).hasValue(2);
  }
}
