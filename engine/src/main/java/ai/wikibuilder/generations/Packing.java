package ai.wikibuilder.generations;

import io.airlift.compress.v3.MalformedInputException;
import io.airlift.compress.v3.zstd.ZstdCompressor;
import io.airlift.compress.v3.zstd.ZstdDecompressor;
import io.airlift.compress.v3.zstd.ZstdNativeCompressor;
import java.util.Arrays;
import java.util.Optional;

/**
 * Makes pieces of content small. Source text takes a quarter of its size that way, and hashing and
 * writing the rest is cheaper by more than the packing costs.
 */
final class Packing {
  /** The library's fastest level but for those that trade a fifth of the gain for little time. */
  private static final int LEVEL = 1;

  private Packing() {}

  static byte[] pack(byte[] bytes) {
    ZstdCompressor compressor =
        ZstdNativeCompressor.isEnabled()
            ? ZstdCompressor.create(LEVEL)
            : ZstdCompressor.create(); // in Java, of one level, where no native code can be loaded
    byte[] packed = new byte[compressor.maxCompressedLength(bytes.length)];
    int length = compressor.compress(bytes, 0, bytes.length, packed, 0, packed.length);
    return Arrays.copyOf(packed, length);
  }

  /**
   * The bytes of which {@link #pack} made {@code packed}; empty if they are not {@code size} bytes.
   */
  static Optional<byte[]> unpack(byte[] packed, int size) {
    byte[] bytes = new byte[size];
    try {
      int length = ZstdDecompressor.create().decompress(packed, 0, packed.length, bytes, 0, size);
      return length == size ? Optional.of(bytes) : Optional.empty();
    } catch (MalformedInputException e) {
      return Optional.empty();
    }
  }
}
