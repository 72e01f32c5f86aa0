package ai.wikibuilder.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The process of the embedded PostgreSQL, watched: it ends by itself when its log finds no room on
 * the disk, or when somebody kills it, and is started again on the same port until that works.
 * Nobody's commit is lost with it. Threads may share it.
 */
final class Postmaster implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Postmaster.class);

  /** Between two looks, and before the first try. */
  private static final Duration PAUSE = Duration.ofSeconds(1);

  /** Between two tries when many have failed; whoever has made room waits no longer. */
  private static final Duration PAUSE_MAX = Duration.ofSeconds(15);

  private final Orphan place;
  private final Launch launch;
  private final int port;
  private final ReentrantLock turn = new ReentrantLock();
  private final Thread watch;
  private EmbeddedPostgres running;
  private Optional<ProcessHandle> process;
  private volatile boolean closed;

  /** Starts PostgreSQL and waits until it answers. */
  interface Launch {
    /**
     * Starts it.
     *
     * @param port 0 for any
     * @throws IllegalStateException when it does not start
     */
    EmbeddedPostgres on(int port) throws IOException;
  }

  private Postmaster(Orphan place, Launch launch, EmbeddedPostgres running) throws IOException {
    this.place = place;
    this.process = place.process();
    this.launch = launch;
    this.running = running;
    this.port = running.getPort();
    this.watch = Thread.ofVirtual().name("postmaster").unstarted(this::watch);
  }

  /** Watches over one that was started just now. */
  static Postmaster over(EmbeddedPostgres running, Orphan place, Launch launch) throws IOException {
    Postmaster postmaster = new Postmaster(place, launch, running);
    postmaster.watch.start();
    return postmaster;
  }

  int port() {
    return port;
  }

  private void watch() {
    Duration pause = PAUSE;
    try {
      while (!closed) {
        Thread.sleep(pause);
        pause = isThereOrStarted() ? PAUSE : longer(pause);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is closed
    }
  }

  private static Duration longer(Duration pause) {
    Duration doubled = pause.multipliedBy(2);
    return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
  }

  /** Whether it runs now. */
  private boolean isThereOrStarted() {
    turn.lock();
    try {
      if (closed || !isGone()) {
        return true;
      }
      LOG.error("postgresql ended by itself, starting it again folder={}", place.data());
      running.close(); // gives its folder back
      place.stop();
      running = launch.on(port);
      process = place.process();
      LOG.info("postgresql runs again folder={}", place.data());
      return true;
    } catch (IOException | RuntimeException e) {
      LOG.error("postgresql does not start again, trying on folder={}", place.data(), e);
      return false;
    } finally {
      turn.unlock();
    }
  }

  /** Whether it has ended; when in doubt it has not, for what runs must not be stopped. */
  private boolean isGone() throws IOException {
    if (process.isEmpty()) {
      return false;
    }
    Path command = Path.of("/proc", Long.toString(process.get().pid()), "cmdline");
    return !process.get().isAlive()
        // ended, and nobody has waited for it
        || (Files.isReadable(command) && Files.readAllBytes(command).length == 0);
  }

  @Override
  public void close() {
    closed = true;
    watch.interrupt();
    turn.lock();
    try {
      running.close();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } finally {
      turn.unlock();
    }
  }
}
