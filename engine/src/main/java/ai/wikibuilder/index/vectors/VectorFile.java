package ai.wikibuilder.index.vectors;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * Writes the file of {@link ChunkVectors}, row by row, in order. One thread.
 *
 * <p>Big-endian. A header of 32 bytes: magic {@code AWBM}, format version, dimension, number of
 * rows, length of the names, CRC32C of all that follows the header, CRC32C of the 24 bytes before,
 * zero. The names: that of the model, number of paths (4 bytes), paths in their order, each
 * modified UTF-8 with 2 bytes of length. The rows, in the order of path and line: ordinal of the
 * path (4), first line (4), last line (4), the first 16 bytes of the SHA-256 of the text the vector
 * was made of, scale (4, float), one byte for each number.
 */
final class VectorFile implements AutoCloseable {
  static final int MAGIC = 0x4157424d;
  static final int FORMAT_VERSION = 1;
  static final int HEADER_BYTES = 32;

  /** Bytes of the header that its own checksum is over. */
  static final int HEADER_CHECKED_BYTES = 24;

  /** Bytes of a row before its numbers. */
  static final int ROW_HEAD_BYTES = 3 * Integer.BYTES + TextKey.BYTES + Float.BYTES;

  private final FileChannel channel;
  private final int dimension;
  private final int nameBytes;
  private final CRC32C sum = new CRC32C();
  private final ByteBuffer row;
  private int rowCount;

  /**
   * Begins the file.
   *
   * @param model name of the model, its dimension included
   * @param paths of all rows, sorted, each once
   */
  VectorFile(Path file, String model, int dimension, List<String> paths) throws IOException {
    this.dimension = dimension;
    this.row = ByteBuffer.allocate(ROW_HEAD_BYTES + dimension);
    byte[] names = names(model, paths);
    this.nameBytes = names.length;
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
    channel.position(HEADER_BYTES);
    append(ByteBuffer.wrap(names));
  }

  private static byte[] names(String model, List<String> paths) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeUTF(model);
    out.writeInt(paths.size());
    for (String path : paths) {
      out.writeUTF(path);
    }
    return bytes.toByteArray();
  }

  /**
   * Adds a row; rows come in order.
   *
   * @param path ordinal among the paths
   */
  void add(int path, ChunkPlace place, TextKey key, PackedVector vector) throws IOException {
    row.clear().putInt(path).putInt(place.startLine()).putInt(place.endLine());
    row.putLong(key.high()).putLong(key.low()).putFloat(vector.scale()).put(vector.numbers());
    append(row.flip());
    rowCount++;
  }

  private void append(ByteBuffer bytes) throws IOException {
    sum.update(bytes.duplicate());
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  int rowCount() {
    return rowCount;
  }

  /** Writes the header, which makes a file of it. */
  void finish() throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(MAGIC).putInt(FORMAT_VERSION).putInt(dimension).putInt(rowCount);
    header.putInt(nameBytes).putInt((int) sum.getValue());
    header.putInt(sumOf(header.duplicate().flip())).putInt(0);
    header.flip();
    while (header.hasRemaining()) {
      channel.write(header, header.position());
    }
  }

  static int sumOf(ByteBuffer bytes) {
    CRC32C sum = new CRC32C();
    sum.update(bytes);
    return (int) sum.getValue();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
