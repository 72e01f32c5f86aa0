package ai.wikibuilder.graph.stored;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.graph.CodeGraphBuilder;
import ai.wikibuilder.graph.columns.ColumnReader;
import ai.wikibuilder.graph.columns.ColumnWriter;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A graph as bytes and back. Stateless.
 *
 * <p>Format, big-endian: magic {@code AWGR} (4 bytes), version of the format (4), version of the
 * analysis (4, {@link CodeGraphBuilder#VERSION}), the stamp (32), CRC-32C of all that follows (4);
 * then the columns as {@link ColumnWriter} says: files, symbols, edges, imports, importance, and
 * what was worked out beyond them. The order of enums and the shape of records are written too, and
 * compared.
 */
public final class GraphCodec {
  /** Bytes of a stamp: a SHA-256. */
  public static final int STAMP_BYTES = 32;

  private static final int MAGIC = 0x41574752; // "AWGR"

  /** Grows with each change of the columns; shapes of records and enums are told apart anyway. */
  private static final int VERSION = 1;

  private static final int HEAD_BYTES = 4 * Integer.BYTES + STAMP_BYTES;

  /** A larger graph, of some hundred million lines, is not kept: arrays end at two gigabytes. */
  private static final long BYTES_MAX = 1L << 30;

  private GraphCodec() {}

  /**
   * The graph as bytes; empty when they would be too many.
   *
   * @param stamp tells from which files it was made; asked again when it is read
   */
  public static Optional<byte[]> encode(CodeGraph graph, byte[] stamp) {
    ColumnWriter columns = new ColumnWriter();
    graph.write(columns);
    long byteCount = HEAD_BYTES + columns.byteCount();
    if (byteCount > BYTES_MAX) {
      return Optional.empty();
    }
    byte[] bytes = new byte[(int) byteCount];
    columns.writeTo(ByteBuffer.wrap(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES));
    byte[] head = head(stamp, checksum(bytes));
    System.arraycopy(head, 0, bytes, 0, HEAD_BYTES);
    return Optional.of(bytes);
  }

  /** The graph in the bytes; empty when it is not one of that stamp, made as it is made now. */
  public static Optional<CodeGraph> decode(byte[] bytes, byte[] stamp) {
    if (bytes.length < HEAD_BYTES
        || !Arrays.equals(bytes, 0, HEAD_BYTES, head(stamp, checksum(bytes)), 0, HEAD_BYTES)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          CodeGraph.read(
              new ColumnReader(ByteBuffer.wrap(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES))));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      return Optional.empty(); // of another shape; what it says can be worked out again
    }
  }

  private static byte[] head(byte[] stamp, int checksum) {
    if (stamp.length != STAMP_BYTES) {
      throw new IllegalArgumentException(
          "expected a stamp of %d bytes, got %d".formatted(STAMP_BYTES, stamp.length));
    }
    return ByteBuffer.allocate(HEAD_BYTES)
        .putInt(MAGIC)
        .putInt(VERSION)
        .putInt(CodeGraphBuilder.VERSION)
        .put(stamp)
        .putInt(checksum)
        .array();
  }

  private static int checksum(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, HEAD_BYTES, bytes.length - HEAD_BYTES);
    return (int) crc.getValue();
  }
}
