package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A generation held for reading. Threads may share it. Its files stay until it is closed, whatever
 * is published or deleted meanwhile.
 */
public final class PinnedGeneration implements AutoCloseable {
  private final StoredAt at;
  private final Generation generation;
  private final Runnable letGo;
  private final AtomicBoolean closed = new AtomicBoolean();

  PinnedGeneration(StoredAt at, Generation generation, Runnable letGo) {
    this.at = at;
    this.generation = generation;
    this.letGo = letGo;
  }

  public StoredAt at() {
    return at;
  }

  /** Texts, index, graph and the folder of the wiki. Closed by this, never by its users. */
  public Generation generation() {
    return generation;
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      letGo.run();
    }
  }
}
