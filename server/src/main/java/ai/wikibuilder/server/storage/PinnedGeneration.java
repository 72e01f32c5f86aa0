package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * A generation held for reading. Threads may share it. Its files stay until it is closed, whatever
 * is published or deleted meanwhile.
 */
public final class PinnedGeneration implements AutoCloseable {
  private final StoredAt at;
  private final Opened opened;
  private final Runnable letGo;
  private final AtomicBoolean closed = new AtomicBoolean();

  PinnedGeneration(StoredAt at, Opened opened, Runnable letGo) {
    this.at = at;
    this.opened = opened;
    this.letGo = letGo;
  }

  public StoredAt at() {
    return at;
  }

  /** Texts, index, graph and the folder of the wiki. Closed by this, never by its users. */
  public Generation generation() {
    return opened.generation();
  }

  /**
   * What all readers of this generation share, such as its index: opened by the first who asks,
   * closed with the generation.
   */
  public <T extends AutoCloseable> T shared(Class<T> type, Function<Generation, T> open) {
    return opened.shared(type, open);
  }

  @Override
  public void close() {
    if (closed.compareAndSet(false, true)) {
      letGo.run();
    }
  }
}
