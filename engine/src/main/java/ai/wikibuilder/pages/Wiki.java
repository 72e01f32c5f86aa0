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
 */
public record Wiki(SnapshotId snapshot, String summary, List<Page> pages, Numbers numbers) {
  public Wiki {
    pages = List.copyOf(pages);
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
      Map<SkipReason, Integer> skipped) {}
}
