package ai.wikibuilder.builds;

import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.source.SnapshotId;
import java.util.Map;

/**
 * What a build did. Immutable.
 *
 * @param unchanged the generation was already there and nothing was done
 * @param generation id of the generation that is shown now
 * @param fileCount files in the index
 * @param byteCount their masked text
 * @param changedFileCount files that were read and parsed in this build
 * @param skipped files left out, by reason
 * @param parsedByOutcome files by how far the parser came
 * @param edgeCount resolved references of the code graph; empty for an index alone, which needs
 *     none
 * @param pageCount pages of the wiki; 0 for an index alone
 * @param writtenPageCount pages written in this build; the others stayed byte for byte
 * @param claims what the checker found on the pages; all 0 for an index alone
 * @param writing what a model wrote
 * @param vectors what became of the vectors of chunks, where an embedding model is configured
 * @param stageSeconds wall clock by stage, in order
 * @param peakMemoryBytes most memory held by this process and the parser's together, 0 where the
 *     platform does not say
 */
public record BuildReport(
    boolean unchanged,
    String generation,
    SnapshotId snapshot,
    int fileCount,
    long byteCount,
    int changedFileCount,
    Map<String, Integer> skipped,
    Map<String, Integer> parsedByOutcome,
    int maskedSecretCount,
    int symbolCount,
    int edgeCount,
    int chunkCount,
    int pageCount,
    int writtenPageCount,
    ClaimCounts claims,
    Writing writing,
    VectorOutcome vectors,
    Map<String, Double> stageSeconds,
    long peakMemoryBytes) {

  /**
   * What was found of the statements of a wiki.
   *
   * @param total statements with evidence on all pages
   * @param verified those of which everything was found to hold
   * @param findings things that do not hold
   */
  public record ClaimCounts(int total, int verified, int findings) {}

  /**
   * What a model wrote.
   *
   * @param state how far it came
   * @param pageCount pages by the model
   * @param degradedCount pages it was to write that are composed
   * @param causes why they are composed, and how many for each reason
   * @param note why it is not done, in a sentence
   */
  public record Writing(
      ProseResult.State state,
      int pageCount,
      int degradedCount,
      Map<ProseResult.Cause, Integer> causes,
      String note) {
    static Writing composed() {
      return new Writing(ProseResult.State.DONE, 0, 0, Map.of(), "");
    }

    /** Whether nothing is left for another build. */
    boolean isFinished() {
      return state == ProseResult.State.DONE;
    }
  }
}
