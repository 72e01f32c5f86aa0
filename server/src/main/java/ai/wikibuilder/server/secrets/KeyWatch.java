package ai.wikibuilder.server.secrets;

import java.time.Duration;

/** Looks at the file of the master key every other second, as long as a server runs. */
public final class KeyWatch implements AutoCloseable {
  /** A rotation waits several times as long between two steps. */
  private static final Duration INTERVAL = Duration.ofSeconds(2);

  private final Thread watching;

  private KeyWatch(Thread watching) {
    this.watching = watching;
  }

  /** Begins to watch. */
  public static KeyWatch over(MasterKey master) {
    return new KeyWatch(Thread.ofVirtual().name("master-key-watch").start(() -> watch(master)));
  }

  private static void watch(MasterKey master) {
    try {
      while (true) {
        Thread.sleep(INTERVAL);
        master.refresh();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    watching.interrupt();
  }
}
