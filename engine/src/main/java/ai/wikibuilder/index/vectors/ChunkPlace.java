package ai.wikibuilder.index.vectors;

import java.util.Comparator;

/**
 * Where a chunk stands. Immutable.
 *
 * @param startLine 1-based first line
 * @param endLine 1-based last line
 */
public record ChunkPlace(String path, int startLine, int endLine)
    implements Comparable<ChunkPlace> {
  private static final Comparator<ChunkPlace> ORDER =
      Comparator.comparing(ChunkPlace::path)
          .thenComparingInt(ChunkPlace::startLine)
          .thenComparingInt(ChunkPlace::endLine);

  /** By path and line. */
  @Override
  public int compareTo(ChunkPlace other) {
    return ORDER.compare(this, other);
  }
}
