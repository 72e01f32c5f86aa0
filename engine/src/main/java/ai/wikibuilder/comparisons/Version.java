package ai.wikibuilder.comparisons;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.TextReader;
import java.util.Map;
import java.util.Optional;

/**
 * One of two states that are compared. Immutable.
 *
 * @param reader gives the texts the graph was built from
 * @param blobs git's id of the content of every file, by path
 * @param links into the code at this state, where its host is known
 */
public record Version(
    SnapshotId snapshot,
    CodeGraph graph,
    TextReader reader,
    Map<String, String> blobs,
    Optional<HostLinks> links) {
  public Version {
    blobs = Map.copyOf(blobs);
  }
}
