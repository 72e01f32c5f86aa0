package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.Placement;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Generations that are open in this process, each once, however many read it. Some stay open when
 * nobody does, since the next request often wants the same. Threads may share it.
 */
final class OpenGenerations {
  /** Open without a reader; each holds the list of its files, a few megabytes at most. */
  private static final int IDLE_COUNT_MAX = 32;

  private final Map<StoredAt, Held> held = new HashMap<>();

  /** Those without a reader, the one that was let go of first first. */
  private final Map<StoredAt, Held> idle = new LinkedHashMap<>();

  private static final class Held {
    private final Generation generation;
    private int pinCount;

    Held(Generation generation) {
      this.generation = generation;
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
    return new PinnedGeneration(at, pinned.generation, () -> letGo(at, pinned));
  }

  private synchronized void letGo(StoredAt at, Held pinned) {
    pinned.pinCount--;
    if (pinned.pinCount > 0) {
      return;
    }
    if (!held.remove(at, pinned)) {
      pinned.generation.close(); // forgotten meanwhile
      return;
    }
    idle.put(at, pinned);
    Iterator<Held> oldest = idle.values().iterator();
    while (idle.size() > IDLE_COUNT_MAX) {
      oldest.next().generation.close();
      oldest.remove();
    }
  }

  synchronized boolean isPinned(StoredAt at) {
    return held.containsKey(at);
  }

  /** The next reader opens it anew; whoever reads it now goes on. */
  synchronized void forget(StoredAt at) {
    held.remove(at);
    Held unread = idle.remove(at);
    if (unread != null) {
      unread.generation.close();
    }
  }
}
