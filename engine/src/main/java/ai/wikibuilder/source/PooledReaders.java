package ai.wikibuilder.source;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Reads blobs for several threads. A reader serves one thread at a time and is kept for the next,
 * because it remembers the bases that packed objects are built on.
 */
final class PooledReaders {
  private final ObjectDatabase objects;
  private final long byteCountMax;
  private final ConcurrentLinkedQueue<ObjectReader> idle = new ConcurrentLinkedQueue<>();

  PooledReaders(ObjectDatabase objects, long byteCountMax) {
    this.objects = objects;
    this.byteCountMax = byteCountMax;
  }

  /** A blob's content, empty when it is missing, damaged or larger than the limit. */
  Optional<byte[]> bytes(ObjectId id) {
    ObjectReader pooled = idle.poll();
    ObjectReader reader = pooled == null ? objects.newReader() : pooled;
    try {
      return bytes(reader, id, byteCountMax);
    } finally {
      idle.add(reader);
    }
  }

  /** The same with a reader for this one blob. */
  static Optional<byte[]> bytes(ObjectDatabase objects, ObjectId id, long byteCountMax) {
    try (ObjectReader reader = objects.newReader()) {
      return bytes(reader, id, byteCountMax);
    }
  }

  private static Optional<byte[]> bytes(ObjectReader reader, ObjectId id, long byteCountMax) {
    int max = (int) Math.min(byteCountMax, Integer.MAX_VALUE - 16);
    try {
      return Optional.of(reader.open(id, Constants.OBJ_BLOB).getCachedBytes(max));
    } catch (IOException | LargeObjectException | IndexOutOfBoundsException e) {
      // Damaged packs show as errors of the decompressor or as offsets outside of the pack.
      return Optional.empty();
    }
  }

  void close() {
    for (ObjectReader reader = idle.poll(); reader != null; reader = idle.poll()) {
      reader.close();
    }
  }
}
