package ai.wikibuilder.chunks;

import ai.wikibuilder.source.SourceSpan;

/**
 * A run of whole lines of one file. Immutable. The chunks of a file, in order, are the file.
 *
 * @param span where the lines stand; {@code endByte} is after the last line break
 * @param symbol ordinal in the file's facts of the symbol the chunk is about, or -1
 * @param tokenCount tokens of the text, estimated by a fixed rule, no model involved; at least 1
 */
public record Chunk(SourceSpan span, int symbol, int tokenCount) {
  public Chunk {
    if (tokenCount < 1) {
      throw new IllegalArgumentException("tokenCount must be at least 1, got " + tokenCount);
    }
  }
}
