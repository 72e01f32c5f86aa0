package ai.wikibuilder.pages;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.TextReader;
import java.util.Map;

/**
 * What a wiki is composed from. Immutable.
 *
 * @param reader gives the texts the graph was built from
 * @param skipped files that were left out, by reason
 * @param maskedSecretCount secrets replaced in all files
 */
public record Composition(
    SnapshotId snapshot,
    CodeGraph graph,
    WikiPlan plan,
    TextReader reader,
    Map<SkipReason, Integer> skipped,
    int maskedSecretCount) {
  public Composition {
    skipped = Map.copyOf(skipped);
  }
}
