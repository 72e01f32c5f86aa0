package ai.wikibuilder.builds;

import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts what one build sees, for its report and for the pages. For one thread. */
final class Tally {
  private final Snapshot snapshot;
  private final Map<SkipReason, Integer> skipped = new EnumMap<>(SkipReason.class);
  private final Map<String, Integer> parsedByOutcome = new TreeMap<>();
  private int fileCount;
  private long byteCount;
  private int changedFileCount;
  private int maskedSecretCount;
  private int chunkCount;
  private int symbolCount;
  private int edgeCount;
  private int pageCount;
  private int writtenPageCount;
  private BuildReport.ClaimCounts claims = new BuildReport.ClaimCounts(0, 0, 0);
  private long peakMemoryBytes;
  private boolean parsed = true;
  private VectorOutcome vectors = VectorOutcome.none();
  private BuildReport.Writing writing = BuildReport.Writing.composed();

  Tally(Snapshot snapshot) {
    this.snapshot = snapshot;
  }

  void ingested(List<StoredFile> files, int changed) {
    changedFileCount = changed;
    skipped.putAll(snapshot.skipped());
    for (StoredFile file : files) {
      if (file.text().isPresent()) {
        fileCount++;
        byteCount += file.text().size();
        maskedSecretCount += file.maskedSecretCount();
        symbolCount += file.symbolCount();
        parsedByOutcome.merge(file.outcome(), 1, Integer::sum);
      } else {
        skipped.merge(SkipReason.ofLabel(file.leftOut()), 1, Integer::sum);
      }
    }
  }

  /** No parser could be run, so that what follows has no facts to stand on. */
  void notParsed() {
    parsed = false;
  }

  boolean isParsed() {
    return parsed;
  }

  /** What a model wrote, if one was asked. */
  void written(ProseResult result) {
    Authorship by = result.wiki().authorship();
    writing =
        new BuildReport.Writing(
            result.state(), by.pageCount(), by.degraded().size(), result.causes(), result.note());
  }

  /** Whether nothing of the pages is left for another build. */
  boolean isFinished() {
    return writing.isFinished();
  }

  void chunks(int count) {
    chunkCount = count;
  }

  void vectors(VectorOutcome outcome) {
    vectors = outcome;
  }

  void wiki(CodeGraph graph, Wiki wiki, int written) {
    writtenPageCount = written;
    edgeCount = graph.edgeCount();
    pageCount = wiki.pages().size();
    Quality quality = wiki.quality();
    claims =
        new BuildReport.ClaimCounts(
            quality.claims(), quality.verified(), quality.findings().size());
  }

  void peakMemory(long bytes) {
    peakMemoryBytes = Math.max(peakMemoryBytes, bytes);
  }

  Map<SkipReason, Integer> skipped() {
    return skipped;
  }

  int maskedSecretCount() {
    return maskedSecretCount;
  }

  /** The report of the generation with this id. */
  BuildReport report(String generation, Map<String, Double> stageSeconds) {
    Map<String, Integer> skippedByLabel = new TreeMap<>();
    skipped.forEach((reason, count) -> skippedByLabel.put(reason.label(), count));
    peakMemory(PeakMemory.bytes());
    return new BuildReport(
        false,
        generation,
        snapshot.id(),
        fileCount,
        byteCount,
        changedFileCount,
        skippedByLabel,
        parsedByOutcome,
        maskedSecretCount,
        symbolCount,
        edgeCount,
        chunkCount,
        pageCount,
        writtenPageCount,
        claims,
        writing,
        vectors,
        stageSeconds,
        peakMemoryBytes);
  }
}
