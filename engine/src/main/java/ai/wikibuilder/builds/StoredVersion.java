package ai.wikibuilder.builds;

import ai.wikibuilder.builds.stored.StoredGraph;
import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.snapshots.HostForms;
import java.util.HashMap;
import java.util.Map;

/** What is compared of a generation. */
public final class StoredVersion {
  private StoredVersion() {}

  /** Which state of which repository a generation holds. */
  public static SnapshotId snapshotOf(Generation generation) {
    return Properties.snapshot(generation);
  }

  /** The state a generation holds, readable as long as it is open. */
  public static Version of(Generation generation) {
    return of(generation, StoredGraph.of(generation));
  }

  /** The same where its graph is loaded already. */
  public static Version of(Generation generation, CodeGraph graph) {
    Map<String, String> blobs = new HashMap<>();
    for (StoredFile file : generation.files()) {
      blobs.put(file.path(), file.blobId());
    }
    SnapshotId snapshot = snapshotOf(generation);
    return new Version(snapshot, graph, StoredTexts.of(generation), blobs, HostForms.of(snapshot));
  }
}
