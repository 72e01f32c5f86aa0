package ai.wikibuilder.server.storage;

import ai.wikibuilder.generations.Generation;
import java.util.function.Function;

/** A generation and what was opened to read it. Threads may share it. */
interface Opened {
  Generation generation();

  <T extends AutoCloseable> T shared(Class<T> type, Function<Generation, T> open);
}
