package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.Placement;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Generations that are open in this process, each once, however many read it. Some stay open when
 * nobody does, since the next request often wants the same. Threads may share it.
 */
final class OpenGenerations {
  private static final Logger LOG = LoggerFactory.getLogger(OpenGenerations.class);

  /** Open without a reader; each holds the list of its files, a few megabytes at most. */
  private static final int IDLE_COUNT_MAX = 128;

  private final Map<StoredAt, Held> held = new HashMap<>();

  /** Those without a reader, the one that was let go of first first. */
  private final Map<StoredAt, Held> idle = new LinkedHashMap<>();

  private static final class Held implements Opened {
    private final Generation generation;
    private final Map<Class<?>, AutoCloseable> opened = new HashMap<>();
    private int pinCount;

    Held(Generation generation) {
      this.generation = generation;
    }

    @Override
    public Generation generation() {
      return generation;
    }

    @Override
    public synchronized <T extends AutoCloseable> T shared(
        Class<T> type, Function<Generation, T> open) {
      return type.cast(opened.computeIfAbsent(type, _ -> open.apply(generation)));
    }

    synchronized void close() {
      for (AutoCloseable one : opened.values()) {
        try {
          one.close();
        } catch (Exception e) {
          LOG.warn("what read a generation was not closed", e);
        }
      }
      opened.clear();
      generation.close();
    }
  }

  /** Opens it, or joins those who read it. */
  synchronized PinnedGeneration pin(StoredAt at, Placement place) {
    Held found = idle.remove(at);
    if (found == null) {
      found = held.get(at);
    }
    if (found == null) {
      found = new Held(place.open());
    }
    held.put(at, found);
    found.pinCount++;
    Held pinned = found;
    return new PinnedGeneration(at, pinned, () -> letGo(at, pinned));
  }

  private synchronized void letGo(StoredAt at, Held pinned) {
    pinned.pinCount--;
    if (pinned.pinCount > 0) {
      return;
    }
    if (!held.remove(at, pinned)) {
      pinned.close(); // forgotten meanwhile
      return;
    }
    idle.put(at, pinned);
    Iterator<Held> oldest = idle.values().iterator();
    while (idle.size() > IDLE_COUNT_MAX) {
      oldest.next().close();
      oldest.remove();
    }
  }

  /** Those that somebody reads now. */
  synchronized Set<StoredAt> pinned() {
    return Set.copyOf(held.keySet());
  }

  /** The next reader opens it anew; whoever reads it now goes on. */
  synchronized void forget(StoredAt at) {
    held.remove(at);
    Held unread = idle.remove(at);
    if (unread != null) {
      unread.close();
    }
  }
}
