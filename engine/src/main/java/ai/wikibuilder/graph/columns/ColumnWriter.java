package ai.wikibuilder.graph.columns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Columns and the texts they name, as bytes. Not safe for several threads; {@link ColumnReader}
 * reads the columns back in the same order.
 *
 * <p>Format, little-endian: each column is the number of its entries (4 bytes) and the entries: 4
 * bytes for an int or a float, 2 for a char, 1 for a byte. First comes a column of ints, for each
 * text the offset after its last byte; then one of bytes, the texts in UTF-8; then the columns that
 * were added, in which a text is its number.
 */
public final class ColumnWriter {
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private final Map<String, Integer> idByText = new HashMap<>();
  private final IntColumn textEnds = new IntColumn();
  private final ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
  private final List<Column> columns = new ArrayList<>();

  /**
   * Entries that wait to be written.
   *
   * @param width bytes of each
   */
  private record Column(int count, int width, Consumer<ByteBuffer> entries) {}

  /** The number of a text, the same for the same text. */
  public int text(String text) {
    Integer known = idByText.get(text);
    if (known != null) {
      return known;
    }
    int id = textEnds.size();
    idByText.put(text, id);
    utf8.writeBytes(text.getBytes(UTF_8));
    textEnds.add(utf8.size());
    return id;
  }

  /** Adds a column; as with all columns, the array must not change before it is written. */
  public void ints(int[] values) {
    columns.add(ofInts(values));
  }

  public void floats(float[] values) {
    columns.add(new Column(values.length, Float.BYTES, out -> out.asFloatBuffer().put(values)));
  }

  public void chars(char[] values) {
    columns.add(new Column(values.length, Character.BYTES, out -> out.asCharBuffer().put(values)));
  }

  public void bytes(byte[] values) {
    columns.add(ofBytes(values));
  }

  private static Column ofInts(int[] values) {
    return new Column(values.length, Integer.BYTES, out -> out.asIntBuffer().put(values));
  }

  private static Column ofBytes(byte[] values) {
    return new Column(values.length, Byte.BYTES, out -> out.put(values));
  }

  /** Adds a column of texts. */
  public void texts(List<String> values) {
    ints(values.stream().mapToInt(this::text).toArray());
  }

  /** Adds a column of names given by their ids. */
  public void names(int[] ids, Names names) {
    int[] values = new int[ids.length];
    for (int i = 0; i < ids.length; i++) {
      values[i] = text(names.name(ids[i]));
    }
    ints(values);
  }

  /** Adds words that the reader must expect, such as the order of constants. */
  public void word(String word) {
    ints(new int[] {text(word)});
  }

  /** Bytes of all that was added. */
  public long byteCount() {
    return all().stream()
        .mapToLong(column -> Integer.BYTES + (long) column.width() * column.count())
        .sum();
  }

  /** Writes all that was added. */
  public void writeTo(ByteBuffer out) {
    out.order(ORDER);
    for (Column column : all()) {
      out.putInt(column.count());
      column.entries().accept(out.slice().order(ORDER));
      out.position(out.position() + column.width() * column.count());
    }
  }

  private List<Column> all() {
    List<Column> all = new ArrayList<>();
    all.add(ofInts(textEnds.toArray()));
    all.add(ofBytes(utf8.toByteArray()));
    all.addAll(columns);
    return all;
  }
}
