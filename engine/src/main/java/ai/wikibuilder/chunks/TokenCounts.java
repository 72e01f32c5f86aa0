package ai.wikibuilder.chunks;

import ai.wikibuilder.source.SourceText;

/**
 * Tokens of each line of a text, estimated from its bytes; no model's vocabulary is involved.
 *
 * <p>The rule: a run of letters, digits and bytes above 127 is cut where a lower-case letter or
 * digit meets an upper-case letter; each part counts a token for every four bytes begun. A run of
 * one repeated sign counts the same way, so a ruler of dashes is cheap. White space is free.
 */
final class TokenCounts {
  /** Bytes a token, in words: the usual average of subword vocabularies on source code. */
  private static final int BYTES_PER_TOKEN = 4;

  private static final byte SPACE = 0;
  private static final byte LOWER = 1;
  private static final byte UPPER = 2;

  /** Signs stand for themselves: their class is their code plus this. */
  private static final byte SIGN = 3;

  private final byte[] classes = classes();
  private final int[] upTo;

  TokenCounts(SourceText text) {
    byte[] utf8 = text.utf8();
    upTo = new int[text.lineCount() + 1];
    int tokens = 0;
    for (int line = 1; line <= text.lineCount(); line++) {
      tokens += count(utf8, text.startOfLine(line), text.startOfLine(line + 1));
      upTo[line] = tokens;
    }
  }

  /** Tokens of lines {@code first} to {@code last}, both included. */
  int of(int first, int last) {
    return upTo[last] - upTo[first - 1];
  }

  boolean blank(int line) {
    return of(line, line) == 0;
  }

  /** Last line from {@code first} on so that the lines have at most {@code max} tokens together. */
  int lastWithin(int first, int last, int max) {
    int low = first;
    int high = last;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (of(first, middle) <= max) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private int count(byte[] utf8, int start, int end) {
    int tokens = 0;
    int run = 0;
    byte before = SPACE;
    for (int i = start; i < end; i++) {
      byte now = classes[utf8[i] & 0xFF];
      boolean goesOn = now == before || (now == LOWER && before == UPPER);
      if (!goesOn) {
        tokens += (run + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
        run = 0;
      }
      run += now == SPACE ? 0 : 1;
      before = now;
    }
    return tokens + (run + BYTES_PER_TOKEN - 1) / BYTES_PER_TOKEN;
  }

  private static byte[] classes() {
    byte[] table = new byte[256];
    for (int i = 0; i < table.length; i++) {
      if (i <= ' ') {
        table[i] = SPACE;
      } else if (i >= 'A' && i <= 'Z') {
        table[i] = UPPER;
      } else if (i > 127 || (i >= 'a' && i <= 'z') || (i >= '0' && i <= '9')) {
        table[i] = LOWER;
      } else {
        table[i] = (byte) Math.min(127, SIGN + i);
      }
    }
    return table;
  }
}
