package ai.wikibuilder.source;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/**
 * The text of one selected file as every later stage sees it: UTF-8 without a byte order mark, line
 * breaks as in the repository, secrets masked character for character. Immutable, may be shared by
 * threads.
 *
 * <p>Lines are 1-based; only a line feed ends one (a carriage return before it belongs to the
 * line). A text that ends in a line feed has no empty line after it; the empty text has no lines.
 */
public final class SourceText {
  /** For the first guess at the number of lines. */
  private static final int LINE_BYTES_USUAL = 24;

  private final byte[] utf8;
  private final int[] lineStarts;

  private SourceText(byte[] utf8, int[] lineStarts) {
    this.utf8 = utf8;
    this.lineStarts = lineStarts;
  }

  /** Wraps {@code utf8} without copying it; the caller gives the array away. */
  public static SourceText of(byte[] utf8) {
    int[] starts = new int[utf8.length / LINE_BYTES_USUAL + 16];
    int count = 0;
    for (int at = 0; at < utf8.length; at++) {
      if (count == starts.length) {
        starts = Arrays.copyOf(starts, 2 * count);
      }
      starts[count++] = at;
      while (at < utf8.length && utf8[at] != '\n') {
        at++;
      }
    }
    return new SourceText(utf8, Arrays.copyOf(starts, count));
  }

  public static SourceText of(String text) {
    return of(text.getBytes(UTF_8));
  }

  /** The bytes themselves, not a copy: callers must not write to them. */
  public byte[] utf8() {
    return utf8;
  }

  public int byteCount() {
    return utf8.length;
  }

  public int lineCount() {
    return lineStarts.length;
  }

  /** Offset of the first byte of a line; {@code lineCount() + 1} gives the length of the text. */
  public int startOfLine(int line) {
    if (line < 1 || line > lineStarts.length + 1) {
      throw new IndexOutOfBoundsException("line " + line + " of " + lineStarts.length);
    }
    return line == lineStarts.length + 1 ? utf8.length : lineStarts[line - 1];
  }

  /** The 1-based line that holds a byte; 1 for the empty text. */
  public int lineOf(int byteOffset) {
    int found = Arrays.binarySearch(lineStarts, byteOffset);
    return Math.max(1, found >= 0 ? found + 1 : -found - 1);
  }

  /** The text between two byte offsets. */
  public String slice(int startByte, int endByte) {
    return new String(utf8, startByte, endByte - startByte, UTF_8);
  }

  /** The text of a span. */
  public String slice(SourceSpan span) {
    return slice(span.startByte(), span.endByte());
  }

  /** Whole lines {@code first} to {@code last}, both included, with their line breaks. */
  public String lines(int first, int last) {
    return slice(startOfLine(first), startOfLine(last + 1));
  }

  @Override
  public String toString() {
    return new String(utf8, UTF_8);
  }
}
