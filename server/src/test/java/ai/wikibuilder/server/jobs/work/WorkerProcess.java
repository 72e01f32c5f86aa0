package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.Beside;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.storage.Sweep;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * A worker in a process of its own, which a test can kill for real. It is told by lines what to do
 * and says in lines which step of a build it has reached; at the step it is to die at, the build's
 * thread stays, everything else of the process runs on, until the operating system ends it.
 */
final class WorkerProcess implements AutoCloseable {
  /** Long enough for a busy machine, short enough to wait for in a test. */
  static final Duration LEASE = Duration.ofSeconds(3);

  private static final Duration WAIT_MAX = Duration.ofMinutes(2);
  private static final String WORD = "worker: ";
  private static final String READY = "ready";

  private final Process process;
  private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
  private boolean ready;

  private WorkerProcess(Process process) {
    this.process = process;
    Thread.ofVirtual().start(this::listen);
  }

  /** Starts one beside a server; it is not ready yet. */
  static WorkerProcess start(Beside beside) throws IOException {
    return new WorkerProcess(beside.process(Child.class).start());
  }

  private void listen() {
    try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(WORD)) {
          said.add(line.substring(WORD.length()));
        }
      }
    } catch (IOException e) {
      said.add("broken: " + e.getMessage());
    }
  }

  /** Waits until it could work; at once when it was waited for before. */
  WorkerProcess awaitReady() {
    if (!ready) {
      await(READY);
      ready = true;
    }
    return this;
  }

  /** Looks for work until it rests or dies. */
  void work() {
    tell("work -");
  }

  /** Looks for work and stays at a step for good. */
  void workUntil(Step step) {
    tell("work " + step);
  }

  /** Hands back what it has, looks for no more, and has done so on return. */
  void rest() {
    tell("rest");
    await("rests");
  }

  /** Waits until a build of it has reached a step. */
  void await(Step step) {
    await(step.name());
  }

  private void await(String word) {
    long deadline = System.nanoTime() + WAIT_MAX.toNanos();
    List<String> heard = new ArrayList<>();
    try {
      while (true) {
        String line = said.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
        if (line == null) {
          throw new AssertionError("expected %s, the worker said %s".formatted(word, heard));
        }
        if (line.equals(word)) {
          return;
        }
        heard.add(line);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void tell(String line) {
    try {
      process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
      process.getOutputStream().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As {@code kill -9} does; on return there is no such process any more. */
  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** What runs in the process. */
  static final class Child {
    private Child() {}

    public static void main(String[] words) throws IOException {
      Server server = Beside.of(words).start();
      say(READY);
      BufferedReader lines =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      WorkerPool pool = null;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("work ")) {
          pool = pool(server, line.substring("work ".length()));
          pool.start();
        } else if (pool != null) {
          pool.close();
          say("rests");
        }
      }
      Runtime.getRuntime().halt(0); // whoever started it has gone
    }

    private static WorkerPool pool(Server server, String deadly) {
      Worker worker = Workshop.worker(server, LEASE, step -> reached(step, deadly));
      return new WorkerPool(
          new WorkerPool.Parts(
              worker,
              RunningServer.part(server, OpenBuilds.class),
              RunningServer.part(server, Sweep.class),
              List.of(),
              RunningServer.part(server, Schedules.class)),
          RunningServer.part(server, DataSource.class),
          Workshop.settings(LEASE));
    }

    private static void reached(Step step, String deadly) {
      say(step.name());
      if (step.name().equals(deadly)) {
        try {
          new CountDownLatch(1).await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      }
    }

    private static synchronized void say(String word) {
      System.out.println(WORD + word);
      System.out.flush();
    }
  }
}
