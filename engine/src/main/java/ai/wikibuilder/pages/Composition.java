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
 * @param pictures images of the repository
 */
public record Composition(
    SnapshotId snapshot,
    CodeGraph graph,
    WikiPlan plan,
    TextReader reader,
    Map<SkipReason, Integer> skipped,
    int maskedSecretCount,
    PictureBook pictures) {
  public Composition {
    skipped = Map.copyOf(skipped);
  }

  /** Without images. */
  public Composition(
      SnapshotId snapshot,
      CodeGraph graph,
      WikiPlan plan,
      TextReader reader,
      Map<SkipReason, Integer> skipped,
      int maskedSecretCount) {
    this(snapshot, graph, plan, reader, skipped, maskedSecretCount, PictureBook.none());
  }

  /** With images. */
  public Composition with(PictureBook others) {
    return new Composition(snapshot, graph, plan, reader, skipped, maskedSecretCount, others);
  }

  /** With another plan. */
  public Composition with(WikiPlan other) {
    return new Composition(snapshot, graph, other, reader, skipped, maskedSecretCount, pictures);
  }

  /** Of a snapshot that is shown under another name. */
  public Composition with(SnapshotId named) {
    return new Composition(named, graph, plan, reader, skipped, maskedSecretCount, pictures);
  }
}
