package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.Stage;
import java.lang.management.ManagementFactory;

/**
 * What stays alive of the heap while one wiki is written: after its first pages, in the middle and
 * at its end. Threads may share it.
 */
final class AliveHeap implements BuildListener {
  /** Pages after which all that is loaded once is loaded. */
  private static final int FIRST_PAGES = 2;

  private long first;
  private long middle;
  private long last;

  @Override
  public synchronized void advanced(long pageCount, long pageTotal, long byteCount) {
    if (pageCount == FIRST_PAGES) {
      first = bytes();
    }
    if (pageCount == pageTotal / 2) {
      middle = bytes();
    }
    if (pageCount == pageTotal) {
      last = bytes();
    }
  }

  /** Bytes that a full collection leaves now. */
  private static long bytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }

  /** For the table, in megabytes. */
  synchronized String told() {
    return "%d, %d, %d MB".formatted(first >> 20, middle >> 20, last >> 20);
  }

  @Override
  public void began(Stage stage) {}

  @Override
  public void fetched(long objectCount, long objectTotal, long byteCount) {}

  @Override
  public void noted(String sentence) {}
}
