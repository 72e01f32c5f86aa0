package ai.wikibuilder.index;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;

/**
 * Cuts UTF-8 code and prose into search terms, one after another and without objects per term. Not
 * for sharing between threads.
 *
 * <p>A word is a run of letters, digits, {@code _} and {@code $}. Its parts end at {@code _},
 * {@code $}, a change from lower to upper case, before the last capital of a run ({@code
 * HTTP|Server}) and between letters and digits. A word of several parts gives first the whole,
 * lower-cased and without separators ({@code save_user} and {@code saveUser} both give {@code
 * saveuser}), then its parts, stemmed. Single characters give nothing. Words with characters
 * outside ASCII take a slower way with the same rules, and runs of CJK characters give overlapping
 * pairs.
 */
final class CodeTokens {
  /** Changes whenever the same text would give other terms; an index of another one is outdated. */
  static final int VERSION = 1;

  /** Longer words are data (hashes, base64), which nobody types. */
  private static final int WORD_BYTES_MAX = 128;

  /** Parts of one word that are looked at; real names have fewer. */
  private static final int PARTS_MAX = 16;

  /** Bits of the classes of bytes; a byte of no class stands between words. */
  private static final int LOWER = 1;

  private static final int UPPER = 2;
  private static final int DIGIT = 4;
  private static final int SEPARATOR = 8;
  private static final int BEYOND_ASCII = 16;

  private final byte[] classes = classes();
  private final byte[] term = new byte[WORD_BYTES_MAX * 3];
  private final int[] partStart = new int[PARTS_MAX];
  private final int[] partEnd = new int[PARTS_MAX];
  private final ArrayDeque<byte[]> pending = new ArrayDeque<>();

  private byte[] text = new byte[0];
  private int position;
  private int end;
  private int termLength;
  private boolean whole;
  private int partCount;
  private int nextPart;

  /** Starts over on {@code text[start, end)}. */
  void reset(byte[] newText, int start, int newEnd) {
    text = newText;
    position = start;
    end = newEnd;
    partCount = 0;
    nextPart = 0;
    pending.clear();
  }

  /** Moves to the next term; false at the end of the text. */
  boolean next() {
    while (true) {
      byte[] slow = pending.poll();
      if (slow != null) {
        System.arraycopy(slow, 1, term, 0, slow.length - 1);
        termLength = slow.length - 1;
        whole = slow[0] == 1;
        return true;
      }
      while (nextPart < partCount) {
        if (part(nextPart++)) {
          return true;
        }
      }
      if (position >= end) {
        return false;
      }
      if (word()) {
        return true;
      }
    }
  }

  /** Bytes of the current term, valid up to {@link #length()} and until the next call. */
  byte[] bytes() {
    return term;
  }

  int length() {
    return termLength;
  }

  /** Whether the current term is a whole identifier of several parts. */
  boolean isWhole() {
    return whole;
  }

  /** Reads the next word; true when that made the whole of several parts the current term. */
  private boolean word() {
    int start = position;
    while (start < end && classAt(start) == 0) {
      start++;
    }
    int found = 0;
    int stop = start;
    for (int here; stop < end && (here = classAt(stop)) != 0; stop++) {
      found |= here;
    }
    position = stop;
    partCount = 0;
    nextPart = 0;
    if ((found & BEYOND_ASCII) != 0) {
      slowWord(start, stop);
      return false;
    }
    if (stop - start < 2 || stop - start > WORD_BYTES_MAX) {
      return false;
    }
    if (found == LOWER) { // most words of all
      addPart(start, stop);
      return false;
    }
    cut(start, stop);
    return partCount > 1 && wholeOfParts();
  }

  private int classAt(int i) {
    return classes[text[i] & 0xFF];
  }

  private void cut(int start, int stop) {
    int from = start;
    int before = 0;
    for (int i = start; i < stop; i++) {
      int here = classAt(i);
      if (here == SEPARATOR) {
        addPart(from, i);
        from = i + 1;
      } else if (i > from && isBorder(before, i, stop)) {
        addPart(from, i);
        from = i;
      }
      before = here;
    }
    addPart(from, stop);
  }

  private void addPart(int from, int to) {
    if (to > from && partCount < PARTS_MAX) {
      partStart[partCount] = from;
      partEnd[partCount++] = to;
    }
  }

  private boolean isBorder(int before, int i, int stop) {
    int here = classAt(i);
    if ((before == DIGIT) != (here == DIGIT)) {
      return true;
    }
    return here == UPPER && (before == LOWER || (i + 1 < stop && classAt(i + 1) == LOWER));
  }

  private boolean wholeOfParts() {
    int n = 0;
    for (int p = 0; p < partCount; p++) {
      for (int i = partStart[p]; i < partEnd[p]; i++) {
        term[n++] = lower(text[i]);
      }
    }
    termLength = n;
    whole = true;
    return n > 1;
  }

  private boolean part(int p) {
    int n = partEnd[p] - partStart[p];
    if (n < 2) {
      return false;
    }
    for (int i = 0; i < n; i++) {
      term[i] = lower(text[partStart[p] + i]);
    }
    termLength = Stemmer.stem(term, n);
    whole = false;
    return true;
  }

  private void slowWord(int start, int stop) {
    int limit = Math.min(stop, start + 64 * WORD_BYTES_MAX);
    String word = new String(text, start, limit - start, UTF_8);
    StringBuilder run = new StringBuilder();
    boolean cjk = false;
    for (int i = 0; i < word.length(); ) {
      int c = word.codePointAt(i);
      boolean letter =
          Character.isLetterOrDigit(c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (!letter || isCjk(c) != cjk) {
        slowRun(run, cjk);
      }
      if (letter) {
        cjk = isCjk(c);
        run.appendCodePoint(c);
      }
      i += Character.charCount(c);
    }
    slowRun(run, cjk);
  }

  private void slowRun(StringBuilder run, boolean cjk) {
    String letters = run.toString();
    run.setLength(0);
    if (letters.isEmpty()) {
      return;
    }
    if (!cjk) {
      queue(letters.toLowerCase(Locale.ROOT));
      return;
    }
    int[] points = letters.codePoints().toArray();
    for (int i = 0; i == 0 || i + 1 < points.length; i++) {
      queue(new String(points, i, Math.min(2, points.length - i)));
    }
  }

  private void queue(String letters) {
    byte[] utf8 = letters.getBytes(UTF_8);
    if (utf8.length < 2 || utf8.length > WORD_BYTES_MAX) {
      return;
    }
    int n = letters.length() == utf8.length ? Stemmer.stem(utf8, utf8.length) : utf8.length;
    byte[] flagged = new byte[n + 1];
    System.arraycopy(utf8, 0, flagged, 1, n);
    pending.add(flagged);
  }

  private static boolean isCjk(int c) {
    Character.UnicodeScript script = Character.UnicodeScript.of(c);
    return switch (script) {
      case HAN, HIRAGANA, KATAKANA, HANGUL, THAI -> true;
      default -> false;
    };
  }

  private static byte[] classes() {
    byte[] table = new byte[256];
    Arrays.fill(table, 'a', 'z' + 1, (byte) LOWER);
    Arrays.fill(table, 'A', 'Z' + 1, (byte) UPPER);
    Arrays.fill(table, '0', '9' + 1, (byte) DIGIT);
    Arrays.fill(table, 128, 256, (byte) BEYOND_ASCII);
    table['_'] = SEPARATOR;
    table['$'] = SEPARATOR;
    return table;
  }

  private static byte lower(byte b) {
    return b >= 'A' && b <= 'Z' ? (byte) (b + 32) : b;
  }
}
