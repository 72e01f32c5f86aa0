package ai.wikibuilder.builds.stored;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * Loads something once, on a thread of its own; whoever asks waits for it. Threads may share it.
 */
final class Loading<T> implements Supplier<T> {
  private final Supplier<T> load;
  private final CompletableFuture<T> loaded = new CompletableFuture<>();
  private final AtomicBoolean begun = new AtomicBoolean();

  Loading(Supplier<T> load) {
    this.load = load;
  }

  /** Returns at once; what fails is told to whoever asks. */
  void begin() {
    if (begun.compareAndSet(false, true)) {
      loaded.completeAsync(load, Thread::startVirtualThread);
    }
  }

  @Override
  public T get() {
    begin();
    try {
      return loaded.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }
}
