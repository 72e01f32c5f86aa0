package ai.wikibuilder.source;

import java.time.Duration;

/**
 * Named bounds on what one source may cost. Immutable.
 *
 * @param fetchTimeMax the whole fetch, from the first connect
 * @param silenceMax no byte received for this long ends the fetch
 * @param packBytesMax bytes received from the host
 * @param objectCountMax objects announced by the pack
 * @param treeEntryCountMax entries visited while the trees are walked
 * @param treeDepthMax folders inside folders
 * @param blobBytesMax a larger file is left out, and not fetched where the host can filter
 * @param textBytesMax sum of the selected files
 */
public record SourceLimits(
    Duration fetchTimeMax,
    Duration silenceMax,
    long packBytesMax,
    long objectCountMax,
    long treeEntryCountMax,
    int treeDepthMax,
    long blobBytesMax,
    long textBytesMax) {

  /**
   * Bounds of the command line, where people name their own repositories: room for the Linux kernel
   * (about 300 MB packed, 90,000 files, 1.5 GB of text at depth 1) several times over.
   */
  public static SourceLimits forCommandLine() {
    return new SourceLimits(
        Duration.ofMinutes(30),
        Duration.ofSeconds(60),
        8L << 30,
        10_000_000,
        3_000_000,
        128,
        2L << 20,
        4L << 30);
  }
}
