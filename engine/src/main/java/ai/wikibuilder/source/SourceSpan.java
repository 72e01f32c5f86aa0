package ai.wikibuilder.source;

/**
 * Where something stands in one {@link SourceText}. Immutable.
 *
 * @param startByte offset of the first byte in the UTF-8 text
 * @param endByte offset after the last byte
 * @param startLine 1-based line of the first byte
 * @param endLine 1-based line of the last byte, at least {@code startLine}
 */
public record SourceSpan(int startByte, int endByte, int startLine, int endLine) {
  public SourceSpan {
    if (startByte < 0 || endByte < startByte || startLine < 1 || endLine < startLine) {
      throw new IllegalArgumentException(
          "not a span: bytes %d-%d, lines %d-%d".formatted(startByte, endByte, startLine, endLine));
    }
  }
}
