package ai.wikibuilder.benchmarks.workers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** The worker processes that run now. For one thread; closing ends them. */
final class Workforce implements AutoCloseable {
  private final Installation installation;

  /** The one that is killed next first. */
  private final Deque<Process> workers = new ArrayDeque<>();

  private Duration cpu = Duration.ZERO;
  private int killCount;

  Workforce(Installation installation, int count) throws IOException {
    this.installation = installation;
    for (int i = 0; i < count; i++) {
      workers.add(installation.worker());
    }
  }

  /** Kills the one that has run for longest, and starts another. */
  void killNext() {
    try {
      end(workers.removeFirst());
      killCount++;
      workers.addLast(installation.worker());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void end(Process worker) {
    cpu = cpu.plus(worker.toHandle().info().totalCpuDuration().orElse(Duration.ZERO));
    worker.destroyForcibly();
    try {
      worker.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int killCount() {
    return killCount;
  }

  /** Of all workers there were. */
  double cpuSeconds() {
    return cpu.toMillis() / 1000.0;
  }

  @Override
  public void close() {
    while (!workers.isEmpty()) {
      end(workers.removeFirst());
    }
  }
}
