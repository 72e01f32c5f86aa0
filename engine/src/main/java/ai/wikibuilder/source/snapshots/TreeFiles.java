package ai.wikibuilder.source.snapshots;

import java.util.List;
import java.util.Optional;

/** What a selection may look at before it judges: the names in a tree, and a few small files. */
interface TreeFiles {
  /** Every regular file with a safe name, sorted. */
  List<String> paths();

  /** The raw content of a small file of {@link #paths()}, empty when it cannot be had. */
  Optional<byte[]> bytes(String path);
}
