package ai.wikibuilder.source.fetch;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what a fetch receives over all its connections, and stops it at the limit. */
final class ReceivedBytes {
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
