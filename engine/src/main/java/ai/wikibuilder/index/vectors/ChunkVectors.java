package ai.wikibuilder.index.vectors;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.PriorityQueue;
import java.util.zip.CRC32C;
import org.apache.lucene.util.VectorUtil;

/**
 * The vectors of the chunks of one generation, mapped into memory. Threads may share them; see
 * {@link VectorFile} for the format. Not every chunk need have one.
 */
public final class ChunkVectors implements AutoCloseable {
  private static final ValueLayout.OfInt INT =
      ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfLong LONG =
      ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
  private static final ValueLayout.OfFloat FLOAT =
      ValueLayout.JAVA_FLOAT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);

  /** Bytes summed up at once. */
  private static final long SUMMED_BYTES = 64L << 20;

  private final Arena arena;
  private final MemorySegment rows;
  private final String model;
  private final List<String> paths;
  private final int dimension;
  private final int rowCount;
  private final int rowBytes;

  private ChunkVectors(Arena arena, MemorySegment rows, Head head, Names names) {
    this.arena = arena;
    this.rows = rows;
    this.model = names.model();
    this.paths = names.paths();
    this.dimension = head.dimension();
    this.rowCount = head.rowCount();
    this.rowBytes = head.rowBytes();
  }

  private record Head(int dimension, int rowCount, int nameBytes, int sum) {
    int rowBytes() {
      return VectorFile.ROW_HEAD_BYTES + dimension;
    }

    long fileBytes() {
      return VectorFile.HEADER_BYTES + (long) nameBytes + (long) rowCount * rowBytes();
    }
  }

  private record Names(String model, List<String> paths) {}

  /**
   * Opens a file and checks all of it.
   *
   * @return empty when there is none, or it is damaged or of another version
   */
  @SuppressWarnings("MustBeClosedChecker") // closed here or with what is returned
  public static Optional<ChunkVectors> open(Path file) {
    Arena arena = Arena.ofShared();
    Optional<ChunkVectors> opened = Optional.empty();
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      Optional<Head> head = head(channel);
      if (head.isPresent() && head.get().fileBytes() == channel.size()) {
        MemorySegment all =
            channel.map(
                FileChannel.MapMode.READ_ONLY,
                VectorFile.HEADER_BYTES,
                channel.size() - VectorFile.HEADER_BYTES,
                arena);
        if (sumOf(all) == head.get().sum()) {
          int nameBytes = head.get().nameBytes();
          Names names = names(all.asSlice(0, nameBytes).toArray(ValueLayout.JAVA_BYTE));
          opened = Optional.of(new ChunkVectors(arena, all.asSlice(nameBytes), head.get(), names));
        }
      }
    } catch (IOException e) {
      opened = Optional.empty(); // not there, or not one of ours
    }
    if (opened.isEmpty()) {
      arena.close();
    }
    return opened;
  }

  private static Optional<Head> head(FileChannel channel) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(VectorFile.HEADER_BYTES);
    int read = 0;
    while (header.hasRemaining() && read >= 0) {
      read = channel.read(header);
    }
    if (header.hasRemaining()) {
      return Optional.empty();
    }
    header.flip();
    ByteBuffer checked = header.duplicate().limit(VectorFile.HEADER_CHECKED_BYTES);
    int magic = header.getInt();
    int version = header.getInt();
    Head head = new Head(header.getInt(), header.getInt(), header.getInt(), header.getInt());
    boolean good =
        magic == VectorFile.MAGIC
            && version == VectorFile.FORMAT_VERSION
            && header.getInt() == VectorFile.sumOf(checked)
            && head.dimension > 0
            && head.rowCount >= 0
            && head.nameBytes > 0;
    return good ? Optional.of(head) : Optional.empty();
  }

  private static int sumOf(MemorySegment bytes) {
    CRC32C sum = new CRC32C();
    for (long at = 0; at < bytes.byteSize(); at += SUMMED_BYTES) {
      long length = Math.min(SUMMED_BYTES, bytes.byteSize() - at);
      sum.update(bytes.asSlice(at, length).asByteBuffer());
    }
    return (int) sum.getValue();
  }

  private static Names names(byte[] bytes) throws IOException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      String model = in.readUTF();
      List<String> paths = new ArrayList<>();
      for (int i = in.readInt(); i > 0; i--) {
        paths.add(in.readUTF());
      }
      return new Names(model, paths);
    }
  }

  /** Name of the model that made them, its dimension included. */
  public String model() {
    return model;
  }

  /** Length of each. */
  public int dimension() {
    return dimension;
  }

  /** How many there are. */
  public int count() {
    return rowCount;
  }

  /** A chunk and how close its meaning is to a question's: a cosine, -1 to 1. */
  public record Near(ChunkPlace place, double cosine) {}

  /**
   * The chunks closest to a question, closest first; every vector is looked at.
   *
   * @param question float[dimension], unit-normalised
   */
  List<Near> nearest(float[] question, int limit) {
    PackedVector packed = PackedVector.of(question);
    PriorityQueue<RowCosine> best = new PriorityQueue<>(RowCosine.FARTHEST_FIRST);
    byte[] numbers = new byte[dimension];
    for (int row = 0; row < rowCount; row++) {
      double cosine = cosine(packed, row, numbers);
      if (best.size() < limit) {
        best.add(new RowCosine(row, cosine));
      } else if (!best.isEmpty() && cosine > best.element().cosine) {
        best.remove();
        best.add(new RowCosine(row, cosine));
      }
    }
    List<RowCosine> ordered = new ArrayList<>(best);
    ordered.sort(RowCosine.FARTHEST_FIRST.reversed());
    return ordered.stream().map(one -> new Near(place(one.row), one.cosine)).toList();
  }

  /** Equal ones in the order of the rows. */
  private record RowCosine(int row, double cosine) {
    static final Comparator<RowCosine> FARTHEST_FIRST =
        Comparator.comparingDouble(RowCosine::cosine)
            .thenComparing(RowCosine::row, Comparator.reverseOrder());
  }

  /** How close one chunk is; empty when it has no vector. */
  OptionalDouble cosine(PackedVector question, String path, int startLine) {
    int ordinal = Collections.binarySearch(paths, path);
    int low = 0;
    int high = ordinal < 0 ? -1 : rowCount - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int order = Integer.compare(rows.get(INT, at(middle)), ordinal);
      order = order != 0 ? order : Integer.compare(startLine(middle), startLine);
      if (order == 0) {
        return OptionalDouble.of(cosine(question, middle, new byte[dimension]));
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return OptionalDouble.empty();
  }

  private double cosine(PackedVector question, int row, byte[] numbers) {
    MemorySegment.copy(
        rows,
        ValueLayout.JAVA_BYTE,
        at(row) + VectorFile.ROW_HEAD_BYTES,
        numbers,
        0,
        numbers.length);
    double scale = (double) scale(row) * question.scale();
    return scale * VectorUtil.dotProduct(question.numbers(), numbers);
  }

  /** Every vector by the text it was made of; the numbers are copied when they are asked for. */
  Map<TextKey, Integer> byText() {
    Map<TextKey, Integer> byText = new HashMap<>();
    for (int row = 0; row < rowCount; row++) {
      long key = at(row) + 3 * Integer.BYTES;
      byText.put(new TextKey(rows.get(LONG, key), rows.get(LONG, key + Long.BYTES)), row);
    }
    return byText;
  }

  PackedVector vector(int row) {
    long start = at(row) + VectorFile.ROW_HEAD_BYTES;
    return new PackedVector(
        scale(row), rows.asSlice(start, dimension).toArray(ValueLayout.JAVA_BYTE));
  }

  private long at(int row) {
    return (long) row * rowBytes;
  }

  private int startLine(int row) {
    return rows.get(INT, at(row) + Integer.BYTES);
  }

  private float scale(int row) {
    return rows.get(FLOAT, at(row) + 3 * Integer.BYTES + TextKey.BYTES);
  }

  private ChunkPlace place(int row) {
    return new ChunkPlace(
        paths.get(rows.get(INT, at(row))),
        startLine(row),
        rows.get(INT, at(row) + 2 * Integer.BYTES));
  }

  @Override
  public void close() {
    arena.close();
  }
}
