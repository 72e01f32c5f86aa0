package ai.wikibuilder.source.fetch;

import java.time.Duration;
import org.eclipse.jgit.lib.ProgressMonitor;

/** Passes on how far a fetch is, and ends it when a limit is reached. For one thread. */
final class FetchMonitor implements ProgressMonitor {
  /** How many objects are between two calls of the listener. */
  private static final int STEP = 64;

  /** What git's library puts before the host's own progress. */
  private static final String OF_THE_HOST = "remote:";

  private final FetchLimits limits;
  private final ReceivedBytes received;
  private final FetchListener listener;
  private final long startNanos = System.nanoTime();
  private boolean receiving;
  private boolean announced;
  private int objectTotal;
  private int objectCount;

  FetchMonitor(FetchLimits limits, ReceivedBytes received, FetchListener listener) {
    this.limits = limits;
    this.received = received;
    this.listener = listener;
  }

  @Override
  public void start(int taskCount) {
    // Tasks announce themselves.
  }

  @Override
  public void beginTask(String title, int total) {
    if (title.startsWith(OF_THE_HOST)) {
      return;
    }
    receiving = !announced;
    if (!announced) {
      announced = true;
      objectTotal = total;
      if (total < 0 || total > limits.objectCountMax()) {
        throw tooManyObjects(limits);
      }
      tell();
    }
  }

  @Override
  public void update(int completed) {
    if (!receiving) {
      return;
    }
    objectCount += completed;
    if (objectCount % STEP == 0) {
      tell();
    }
  }

  @Override
  public void endTask() {
    if (receiving) {
      tell();
      receiving = false;
    }
  }

  @Override
  public boolean isCancelled() {
    if (System.nanoTime() - startNanos > limits.fetchTimeMax().toNanos()) {
      throw tooSlow(limits.fetchTimeMax());
    }
    return false;
  }

  @Override
  public void showDuration(boolean enabled) {
    // Nobody looks at durations here.
  }

  private void tell() {
    listener.received(objectCount, objectTotal, received.count());
  }

  static FetchException tooManyObjects(FetchLimits limits) {
    return new FetchException(
        FetchException.Kind.LIMIT,
        "The host announces more than %,d objects (objectCountMax). Raise that limit to read this repository."
            .formatted(limits.objectCountMax()));
  }

  static FetchException tooSlow(Duration fetchTimeMax) {
    return new FetchException(
        FetchException.Kind.LIMIT,
        "The fetch took longer than %,d s (fetchTimeMax). Try again, or raise that limit."
            .formatted(fetchTimeMax.toSeconds()));
  }
}
