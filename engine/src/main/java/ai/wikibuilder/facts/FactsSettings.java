package ai.wikibuilder.facts;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How facts are extracted. Immutable.
 *
 * @param nativesFolder where native libraries are unpacked; made when missing, for its owner only
 * @param coreLibrary a tree-sitter core to use; without it the system's, else the bundled one
 * @param threadCount threads that parse at the same time
 */
public record FactsSettings(
    Path nativesFolder, Optional<Path> coreLibrary, int threadCount, FactsLimits limits) {
  /** More threads than this gain nothing: one pipe feeds them. */
  private static final int THREAD_COUNT_MAX = 64;

  public FactsSettings {
    if (threadCount < 1 || threadCount > THREAD_COUNT_MAX) {
      throw new IllegalArgumentException(
          "threadCount must be 1 to %d, got %d".formatted(THREAD_COUNT_MAX, threadCount));
    }
  }

  /** One thread for each core of the machine, the usual limits. */
  public static FactsSettings defaults(Path nativesFolder) {
    int cores = Runtime.getRuntime().availableProcessors();
    return new FactsSettings(
        nativesFolder, Optional.empty(), Math.min(cores, THREAD_COUNT_MAX), FactsLimits.defaults());
  }
}
