package ai.wikibuilder.cli.workbench;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Has garbage collected before the heap has grown far beyond what is alive, as long as it is open.
 *
 * <p>The serial collector lets what it once promoted stay until the allowed maximum is reached,
 * which is most of the machine's memory: a build of the Linux kernel's sources held 2.4 GB at a
 * moment when 0.4 GB were alive.
 */
public final class BoundedHeap implements AutoCloseable {
  /** Little can be promoted meanwhile, and looking costs nothing. */
  private static final Duration PAUSE = Duration.ofMillis(250);

  /** More than a repository of a million lines leaves behind, so that its build never pauses. */
  static final long GARBAGE_BYTES_MAX = 600L << 20;

  private final LongSupplier used;
  private final Runnable collector;
  private final Thread watch;
  private long alive;

  BoundedHeap(LongSupplier used, Runnable collector) {
    this.used = used;
    this.collector = collector;
    this.watch = Thread.ofPlatform().daemon().name("bounded-heap").unstarted(this::watch);
  }

  /** Watches over the heap of this process. */
  public static BoundedHeap ofThisProcess() {
    Runtime runtime = Runtime.getRuntime();
    BoundedHeap heap =
        new BoundedHeap(() -> runtime.totalMemory() - runtime.freeMemory(), System::gc);
    heap.watch.start();
    return heap;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(PAUSE);
        look();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // closed
    }
  }

  /** Collects where more than {@link #GARBAGE_BYTES_MAX} came since the last collection. */
  void look() {
    if (used.getAsLong() > alive + GARBAGE_BYTES_MAX) {
      collector.run();
      alive = used.getAsLong();
    }
  }

  @Override
  public void close() {
    watch.interrupt();
  }
}
