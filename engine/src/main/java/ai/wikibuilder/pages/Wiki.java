package ai.wikibuilder.pages;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.SnapshotId;
import java.util.List;
import java.util.Map;

/**
 * All pages of one snapshot. Immutable.
 *
 * @param pages in reading order, a parent before its children; the first is the overview
 * @param summary the repository in one sentence, in its own words where it has some
 * @param numbers counts for the quality card and {@code wiki.json}
 * @param quality what the checker found
 */
public record Wiki(
    SnapshotId snapshot, String summary, List<Page> pages, Numbers numbers, Quality quality) {
  public Wiki {
    pages = List.copyOf(pages);
  }

  /** A wiki that is not checked yet. */
  public Wiki(SnapshotId snapshot, String summary, List<Page> pages, Numbers numbers) {
    this(snapshot, summary, pages, numbers, Quality.unchecked());
  }

  /** The same wiki with what the checker found. */
  public Wiki checked(Quality found) {
    return new Wiki(snapshot, summary, pages, numbers, found);
  }

  /**
   * What the wiki was made from.
   *
   * @param linesByLanguage lines of the selected files by display name of the language, most first
   */
  public record Numbers(
      int fileCount,
      long lineCount,
      long byteCount,
      int symbolCount,
      int edgeCount,
      int maskedSecretCount,
      Map<String, Long> linesByLanguage,
      Map<SkipReason, Integer> skipped) {
    /** Files left out for whatever reason. */
    public int skippedCount() {
      return skipped.values().stream().mapToInt(Integer::intValue).sum();
    }
  }
}
