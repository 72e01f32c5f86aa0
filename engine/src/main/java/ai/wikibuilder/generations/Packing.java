package ai.wikibuilder.generations;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdCompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import io.airlift.compress.v3.zstd.ZstdNativeCompressor;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Makes pieces of content small. Source text takes a quarter of its size that way, and hashing and
 * writing the rest is cheaper by more than the packing costs. May be shared by threads.
 */
final class Packing {
  /** The library's fastest level but for those that trade a fifth of the gain for little time. */
  private static final int LEVEL = 1;

  /** At rest; each keeps its working memory, which costs as much to make as a piece to pack. */
  private final Queue<ZstdCompressor> compressors = new ConcurrentLinkedQueue<>();

  private final Queue<ZstdDecompressor> decompressors = new ConcurrentLinkedQueue<>();

  byte[] pack(byte[] bytes) {
    ZstdCompressor idle = compressors.poll();
    ZstdCompressor compressor = idle == null ? newCompressor() : idle;
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    compressors.add(compressor);
    return Arrays.copyOf(packed, length);
  }

  /**
   * Begins to load the native code on a thread of its own: it takes a fifth of a second, and the
   * first piece is wanted only after an index was opened.
   */
  void prepare() {
    Thread _ = Thread.startVirtualThread(() -> decompressors.add(ZstdDecompressor.create()));
  }

  private static ZstdCompressor newCompressor() {
    return ZstdNativeCompressor.isEnabled()
        ? ZstdCompressor.create(LEVEL)
        : ZstdCompressor.create(); // in Java, of one level, where no native code can be loaded
  }

  /**
   * The bytes of which {@link #pack} made {@code packed}; empty if they are not {@code size} bytes.
   */
  Optional<byte[]> unpack(byte[] packed, int size) {
    ZstdDecompressor idle = decompressors.poll();
    ZstdDecompressor decompressor = idle == null ? ZstdDecompressor.create() : idle;
    byte[] bytes = new byte[size];
    try {
      int length = decompressor.decompress(packed, 0, packed.length, bytes, 0, size);
      decompressors.add(decompressor);
      return length == size ? Optional.of(bytes) : Optional.empty();
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }
}
