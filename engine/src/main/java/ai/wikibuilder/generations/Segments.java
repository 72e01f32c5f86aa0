package ai.wikibuilder.generations;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.CRC32C;

/**
 * Content of a generation, in segment files that are written once and shared by hard links between
 * generations. May be used by several threads.
 *
 * <p>Format of {@code content/<number>.segment}: magic {@code AWSG} (4 bytes, big-endian), version
 * (4), then the pieces one after another without separators, each a Zstandard frame. Where a piece
 * stands, and its CRC-32C, is said by the {@link Catalogue}; a piece is checked whenever it is
 * read.
 */
final class Segments implements AutoCloseable {
  static final String FOLDER = "content";

  private static final int MAGIC = 0x41575347; // "AWSG"
  private static final int VERSION = 2;
  private static final int HEADER_BYTES = 8;

  private final Path folder;
  private final Packing packing = new Packing();
  private final Map<Integer, FileChannel> readers = new ConcurrentHashMap<>();

  Segments(Path generation) {
    this.folder = generation.resolve(FOLDER);
    packing.prepare();
  }

  static Path file(Path generation, int segment) {
    return generation.resolve(FOLDER).resolve("%05d.segment".formatted(segment));
  }

  static void writeHeader(FileChannel channel) throws IOException {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES).putInt(MAGIC).putInt(VERSION).flip();
    while (header.hasRemaining()) {
      channel.write(header);
    }
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, bytes.length);
    return (int) crc.getValue();
  }

  /**
   * Reads one piece.
   *
   * @throws GenerationException of kind {@code CORRUPT} when it is not what was written
   */
  byte[] read(ContentRef ref) {
    try {
      FileChannel channel = readers.computeIfAbsent(ref.segment(), this::open);
      ByteBuffer bytes = ByteBuffer.allocate(ref.length());
      while (bytes.hasRemaining()) {
        if (channel.read(bytes, ref.offset() + bytes.position()) < 0) {
          throw damaged(ref.segment());
        }
      }
      if (crc(bytes.array()) != ref.crc()) {
        throw damaged(ref.segment());
      }
      return packing.unpack(bytes.array(), ref.size()).orElseThrow(() -> damaged(ref.segment()));
    } catch (IOException e) {
      throw new GenerationException(
          Kind.CORRUPT, "content of " + folder + " cannot be read; build again", e);
    }
  }

  private FileChannel open(int segment) {
    Path path = folder.resolve("%05d.segment".formatted(segment));
    try {
      FileChannel channel = FileChannel.open(path, StandardOpenOption.READ);
      ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
      channel.read(header, 0);
      header.flip();
      if (header.remaining() < HEADER_BYTES || header.getInt() != MAGIC) {
        channel.close();
        throw damaged(segment);
      }
      if (header.getInt() != VERSION) {
        channel.close();
        throw new GenerationException(
            Kind.OUTDATED, path + " was written by another version; build again");
      }
      return channel;
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, path + " cannot be read; build again", e);
    }
  }

  private GenerationException damaged(int segment) {
    return new GenerationException(
        Kind.CORRUPT,
        "%s/%05d.segment differs from its checksum; build again".formatted(folder, segment));
  }

  @Override
  public void close() {
    readers.values().forEach(Segments::closeQuietly);
    readers.clear();
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // Read-only: nothing can be lost, and the caller could do nothing.
    }
  }

  /** Links (or, where links cannot be made, copies) a written-once file to a new place. */
  static void link(Path from, Path to) throws IOException {
    try {
      Files.createLink(to, from);
    } catch (IOException | UnsupportedOperationException e) {
      Files.copy(from, to);
    }
  }
}
