package ai.wikibuilder.graph.columns;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads columns in the order {@link ColumnWriter} wrote them. Not safe for several threads.
 *
 * <p>Every method throws an {@link IllegalArgumentException} when what comes next is not what it
 * was asked for.
 */
public final class ColumnReader {
  /** In place of a number of entries: as many as there are. */
  private static final int ANY = -1;

  private final ByteBuffer in;
  private final TextTable texts;

  /** Reads from the buffer's position to its limit. */
  public ColumnReader(ByteBuffer bytes) {
    this.in = bytes.order(ByteOrder.LITTLE_ENDIAN);
    int[] ends = ints();
    this.texts = new TextTable(ends, bytes(ANY));
  }

  public int[] ints() {
    return ints(ANY);
  }

  /** A column of exactly that many entries. */
  public int[] ints(int count) {
    int[] values = new int[count(count, Integer.BYTES)];
    in.asIntBuffer().get(values);
    in.position(in.position() + Integer.BYTES * values.length);
    return values;
  }

  /** A column of numbers of rows: each at least {@code least} and below {@code end}. */
  public int[] rows(int count, int least, int end) {
    int[] values = ints(count);
    for (int value : values) {
      if (value < least || value >= end) {
        throw new IllegalArgumentException(
            "expected rows from %d to %d, got %d".formatted(least, end, value));
      }
    }
    return values;
  }

  /** As the other, of as many entries as there are. */
  public int[] rows(int least, int end) {
    return rows(ANY, least, end);
  }

  /** A column of numbers of texts. */
  public int[] textIds(int count) {
    return rows(count, 0, texts.size());
  }

  public float[] floats(int count) {
    float[] values = new float[count(count, Float.BYTES)];
    in.asFloatBuffer().get(values);
    in.position(in.position() + Float.BYTES * values.length);
    return values;
  }

  public char[] chars(int count) {
    char[] values = new char[count(count, Character.BYTES)];
    in.asCharBuffer().get(values);
    in.position(in.position() + Character.BYTES * values.length);
    return values;
  }

  public byte[] bytes(int count) {
    byte[] values = new byte[count(count, 1)];
    in.get(values);
    return values;
  }

  /** A column of texts, decoded. */
  public List<String> texts() {
    int[] ids = textIds(ANY);
    List<String> values = new ArrayList<>(ids.length);
    for (int id : ids) {
      values.add(texts.get(id));
    }
    return values;
  }

  /** The text of a number. */
  public String text(int id) {
    return texts.get(id);
  }

  /** All texts as names whose ids are the numbers in the columns. */
  public Names names() {
    return Names.of(texts);
  }

  /** Takes words that were written for that. */
  public void expect(String word) {
    int[] ids = textIds(1);
    if (!texts.get(ids[0]).equals(word)) {
      throw new IllegalArgumentException("expected %s, got %s".formatted(word, texts.get(ids[0])));
    }
  }

  /** Says that everything was read. */
  public void end() {
    if (in.hasRemaining()) {
      throw new IllegalArgumentException("%d bytes follow the end".formatted(in.remaining()));
    }
  }

  private int count(int expected, int width) {
    int count = in.remaining() < Integer.BYTES ? -1 : in.getInt();
    boolean wrong = expected == ANY ? count < 0 : count != expected;
    if (wrong || count > in.remaining() / width) {
      throw new IllegalArgumentException(
          "%d entries in %d bytes, expected %d".formatted(count, in.remaining(), expected));
    }
    return count;
  }
}
