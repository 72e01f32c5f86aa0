package ai.wikibuilder.source.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what a fetch receives over all its connections, and stops it at the limit. */
final class ReceivedBytes {
  /** Of a complete answer nothing but its end mark is left, and its connection is used again. */
  private static final int REST_BYTES = 1 << 10;

  private final long packBytesMax;
  private volatile long count;

  ReceivedBytes(long packBytesMax) {
    this.packBytesMax = packBytesMax;
  }

  long count() {
    return count;
  }

  InputStream counting(InputStream in) {
    return new FilterInputStream(in) {
      @Override
      public int read() throws IOException {
        int unit = super.read();
        add(unit < 0 ? 0 : 1);
        return unit;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        int received = super.read(target, offset, length);
        add(Math.max(0, received));
        return received;
      }

      // Closing as such would read an endless answer to its end; this reads at most once.
      @Override
      public void close() throws IOException {
        if (super.read(new byte[REST_BYTES]) < 0) {
          super.close();
        }
      }

      @Override
      public long skip(long length) throws IOException {
        long skipped = super.skip(length);
        add(skipped);
        return skipped;
      }
    };
  }

  // One thread fetches; the field is volatile only for those who watch.
  @SuppressWarnings("NonAtomicVolatileUpdate")
  private void add(long received) {
    count += received;
    if (count > packBytesMax) {
      throw new FetchException(
          FetchException.Kind.LIMIT,
          "The host sends more than %,d bytes (packBytesMax). Raise that limit to read this repository."
              .formatted(packBytesMax));
    }
  }
}
