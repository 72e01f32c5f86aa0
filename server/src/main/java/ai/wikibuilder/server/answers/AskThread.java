package ai.wikibuilder.server.answers;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Supplier;

/**
 * Runs one answer on a platform thread of its own, for a caller who waits. An interrupt closes
 * whatever connection a virtual thread is using at that moment, and with the database's would be
 * lost what a call has cost; a platform thread hears of it when it waits for the model. Stateless.
 */
final class AskThread {
  private AskThread() {}

  /**
   * Runs the work; an interrupt of the caller is passed on to it, and what it then says is the end.
   *
   * @throws RuntimeException as the work does
   */
  static <T> T run(Supplier<T> work) {
    FutureTask<T> task = new FutureTask<>(work::get);
    Thread thread = Thread.ofPlatform().daemon().name("ask").start(task);
    boolean interrupted = false;
    try {
      while (true) {
        try {
          return task.get();
        } catch (InterruptedException e) {
          interrupted = true;
          thread.interrupt();
        } catch (ExecutionException e) {
          throw e.getCause() instanceof RuntimeException cause
              ? cause
              : new IllegalStateException(e.getCause());
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
