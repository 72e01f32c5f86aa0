package ai.wikibuilder.pages;

import ai.wikibuilder.graph.CodeGraph;
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
 * @param authorship who wrote it, in which languages
 */
public record Wiki(
    SnapshotId snapshot,
    String summary,
    List<Page> pages,
    Numbers numbers,
    Quality quality,
    Authorship authorship) {
  public Wiki {
    pages = List.copyOf(pages);
  }

  /** A wiki without a model. */
  public Wiki(
      SnapshotId snapshot, String summary, List<Page> pages, Numbers numbers, Quality quality) {
    this(snapshot, summary, pages, numbers, quality, Authorship.composed());
  }

  /** A wiki that is not checked yet. */
  public Wiki(SnapshotId snapshot, String summary, List<Page> pages, Numbers numbers) {
    this(snapshot, summary, pages, numbers, Quality.unchecked());
  }

  /** A wiki of one page that stands for itself; it is not checked yet. */
  public static Wiki ofOne(Page page, SnapshotId snapshot, CodeGraph graph) {
    long lines = 0;
    for (int file = 0; file < graph.fileCount(); file++) {
      lines += graph.lineCount(file);
    }
    Numbers numbers =
        new Numbers(
            graph.fileCount(),
            lines,
            0,
            graph.symbolCount(),
            graph.edgeCount(),
            0,
            Map.of(),
            Map.of());
    return new Wiki(snapshot, page.summary(), List.of(page), numbers);
  }

  /** The same wiki, told of by somebody else. */
  public Wiki by(Authorship other) {
    return new Wiki(snapshot, summary, pages, numbers, quality, other);
  }

  /** The same wiki, summed up in another sentence. */
  public Wiki summedUp(String other) {
    return new Wiki(snapshot, other, pages, numbers, quality, authorship);
  }

  /** The same wiki with what the checker found. */
  public Wiki checked(Quality found) {
    return new Wiki(snapshot, summary, pages, numbers, found, authorship);
  }

  /** The same wiki whose pages show something else. */
  public Wiki showing(List<Page> others) {
    return new Wiki(snapshot, summary, others, numbers, quality, authorship);
  }

  /** The same wiki with pages a model wrote among them; it is not checked yet. */
  public Wiki written(List<Page> others, Authorship by) {
    return new Wiki(snapshot, summary, others, numbers, Quality.unchecked(), by);
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
