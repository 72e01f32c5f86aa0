package ai.wikibuilder.chunks;

/**
 * How large chunks may be. Immutable.
 *
 * @param tokenCountMax a chunk over it is a single line
 * @param tokenCountMerged neighbours are joined up to this size; larger, each stays for itself, so
 *     that a chunk is about one thing
 */
public record ChunkLimits(int tokenCountMax, int tokenCountMerged) {
  public ChunkLimits {
    if (tokenCountMerged < 1 || tokenCountMax < tokenCountMerged) {
      throw new IllegalArgumentException(
          "tokenCountMerged must be 1 to tokenCountMax, got %d and %d"
              .formatted(tokenCountMerged, tokenCountMax));
    }
  }

  /** 400: what small embedding models read without cutting, with room for a path and a title. */
  public static ChunkLimits defaults() {
    return new ChunkLimits(400, 200);
  }
}
