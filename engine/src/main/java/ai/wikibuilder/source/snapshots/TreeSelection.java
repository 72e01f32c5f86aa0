package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SkipReason;
import java.util.Optional;

/** The rules of one tree, by name and size alone. */
@FunctionalInterface
interface TreeSelection {
  /** Why the file is left out, empty when it is kept. */
  Optional<SkipReason> judge(String path, long byteCount);

  /** Whether the repository says that people wrote this file, whatever its content looks like. */
  default boolean isDeclaredSource(String path) {
    return false;
  }
}
