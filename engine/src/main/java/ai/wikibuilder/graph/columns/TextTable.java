package ai.wikibuilder.graph.columns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * Texts kept as UTF-8 one after another, each decoded when it is first asked for. Threads may share
 * it: two that ask at once decode the same text.
 */
final class TextTable extends AbstractList<String> implements RandomAccess {
  private final int[] ends;
  private final byte[] utf8;

  /** Null where nobody asked yet. */
  private final @org.jspecify.annotations.Nullable String[] decoded;

  /**
   * The texts of the given bytes.
   *
   * @param ends for each text the offset after its last byte; the first begins at 0
   * @throws IllegalArgumentException when the ends do not cover the bytes in ascending order
   */
  TextTable(int[] ends, byte[] utf8) {
    int last = 0;
    for (int end : ends) {
      if (end < last) {
        throw new IllegalArgumentException("a text ends at %d, before %d".formatted(end, last));
      }
      last = end;
    }
    if (last != utf8.length) {
      throw new IllegalArgumentException(
          "expected texts of %d bytes, got %d".formatted(last, utf8.length));
    }
    this.ends = ends;
    this.utf8 = utf8;
    this.decoded = new String[ends.length];
  }

  @Override
  public String get(int id) {
    String known = decoded[id];
    if (known == null) {
      int start = id == 0 ? 0 : ends[id - 1];
      known = new String(utf8, start, ends[id] - start, UTF_8);
      decoded[id] = known;
    }
    return known;
  }

  @Override
  public int size() {
    return ends.length;
  }
}
