package ai.wikibuilder.models;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * Vectors kept by the content they were made from, in one file of bounded size. May be shared by
 * threads, and its file by processes.
 *
 * <p>The file, big-endian: a header of 64 bytes (magic {@code AWBV}, format version, dimension,
 * number of slots, 16 bytes of the SHA-256 of the model's name, CRC32C of these 32 bytes; the rest
 * zero), then slots of equal size: 16 bytes of the SHA-256 of the text, the vector as floats,
 * CRC32C of both. When the file is full the slots are used again from the first one, oldest first.
 *
 * <p>Writers hold a lock on the file; whoever finds it taken does without storing. Readers take no
 * lock: a slot that is being written fails its checksum and is a miss, nothing else. A damaged
 * header or another model's file is emptied, a damaged slot is written anew. It is a cache: no
 * error of the disk ever reaches the caller.
 */
public final class VectorCache implements AutoCloseable {
  private static final int MAGIC = 0x41574256;
  private static final int FORMAT_VERSION = 1;
  private static final int HEADER_BYTES = 64;
  private static final int HEADER_CHECKED_BYTES = 32;
  private static final int CURSOR_OFFSET = 40;
  private static final int KEY_BYTES = 16;

  /** The first half of a SHA-256; a chance meeting of two texts stays out of reach. */
  private record Key(long high, long low) {}

  private final Optional<FileChannel> channel;
  private final int dimension;
  private final int slots;
  private final int slotBytes;
  private final byte[] modelKey;
  private final Map<Key, Integer> slotOf = new HashMap<>();

  /**
   * Opens or makes the file.
   *
   * @param file its folder is made if needed; where it cannot be written, nothing is kept
   * @param model name of the model; vectors of another one are dropped
   * @param bytesMax size the file never exceeds
   */
  public VectorCache(Path file, String model, int dimension, long bytesMax) {
    this.dimension = dimension;
    this.slotBytes = KEY_BYTES + dimension * Float.BYTES + Integer.BYTES;
    this.slots = (int) Math.max(1, Math.min(1 << 20, (bytesMax - HEADER_BYTES) / slotBytes));
    this.modelKey = Arrays.copyOf(sha256(model), KEY_BYTES);
    this.channel = opened(file);
  }

  private Optional<FileChannel> opened(Path file) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      FileChannel opened =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
      if (!hasGoodHeader(opened)) {
        makeEmpty(opened);
      }
      readKeys(opened);
      return Optional.of(opened);
    } catch (IOException e) {
      return Optional.empty(); // a cache without a disk is an empty cache
    }
  }

  /** The vector kept for a text, float[dimension]; empty when there is none or it is damaged. */
  public synchronized Optional<float[]> find(String text) {
    Key key = key(text);
    Integer slot = slotOf.get(key);
    if (slot == null || channel.isEmpty()) {
      return Optional.empty();
    }
    try {
      ByteBuffer bytes = ByteBuffer.allocate(slotBytes);
      readFully(channel.get(), bytes, offset(slot));
      Key stored = new Key(bytes.getLong(), bytes.getLong());
      if (stored.equals(key) && checksum(bytes, slotBytes - Integer.BYTES) == last(bytes)) {
        float[] vector = new float[dimension];
        bytes.asFloatBuffer().get(vector);
        return Optional.of(vector);
      }
    } catch (IOException e) {
      // as good as damaged
    }
    slotOf.remove(key);
    return Optional.empty();
  }

  /** Keeps vectors, float[n][dimension], if the file can be written now. */
  public synchronized void keep(Map<String, float[]> vectors) {
    if (channel.isEmpty() || vectors.isEmpty()) {
      return;
    }
    try (FileLock lock = channel.get().tryLock()) {
      if (lock != null && (hasGoodHeader(channel.get()) || rewritten(channel.get()))) {
        for (Map.Entry<String, float[]> entry : vectors.entrySet()) {
          write(channel.get(), key(entry.getKey()), entry.getValue());
        }
      }
    } catch (IOException | OverlappingFileLockException e) {
      // nothing was promised: the vectors are made again when they are needed
    }
  }

  private boolean rewritten(FileChannel file) throws IOException {
    writeHeader(file);
    return true;
  }

  private void write(FileChannel file, Key key, float[] vector) throws IOException {
    ByteBuffer cursor = ByteBuffer.allocate(Integer.BYTES);
    readFully(file, cursor, CURSOR_OFFSET);
    int slot = Math.floorMod(cursor.getInt(), slots);
    ByteBuffer bytes = ByteBuffer.allocate(slotBytes);
    bytes.putLong(key.high).putLong(key.low);
    for (float value : vector) {
      bytes.putFloat(value);
    }
    bytes.putInt(checksum(bytes, slotBytes - Integer.BYTES));
    writeFully(file, bytes.flip(), offset(slot));
    writeFully(
        file, ByteBuffer.allocate(Integer.BYTES).putInt((slot + 1) % slots).flip(), CURSOR_OFFSET);
    slotOf.put(key, slot);
  }

  private void makeEmpty(FileChannel file) throws IOException {
    try (FileLock lock = file.tryLock()) {
      if (lock != null && !hasGoodHeader(file)) {
        writeHeader(file);
      }
    } catch (OverlappingFileLockException e) {
      // another cache of this process is making it
    }
  }

  private void writeHeader(FileChannel file) throws IOException {
    file.truncate(0);
    slotOf.clear();
    writeFully(file, header(), 0);
  }

  private ByteBuffer header() {
    ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
    header.putInt(MAGIC).putInt(FORMAT_VERSION).putInt(dimension).putInt(slots).put(modelKey);
    header.putInt(checksum(header, HEADER_CHECKED_BYTES));
    return header.rewind();
  }

  private boolean hasGoodHeader(FileChannel file) throws IOException {
    if (file.size() < HEADER_BYTES) {
      return false;
    }
    ByteBuffer found = ByteBuffer.allocate(HEADER_CHECKED_BYTES + Integer.BYTES);
    readFully(file, found, 0);
    return found.equals(header().limit(HEADER_CHECKED_BYTES + Integer.BYTES));
  }

  /** Reads where each key stands; vectors are read when they are asked for. */
  private void readKeys(FileChannel file) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(slotBytes * 64);
    long count = Math.min(slots, (file.size() - HEADER_BYTES) / slotBytes);
    for (int slot = 0; slot < count; slot += 64) {
      block.clear().limit((int) Math.min(64, count - slot) * slotBytes);
      readFully(file, block, offset(slot));
      for (int i = 0; i * slotBytes < block.limit(); i++) {
        int at = i * slotBytes;
        slotOf.put(new Key(block.getLong(at), block.getLong(at + Long.BYTES)), slot + i);
      }
    }
  }

  private long offset(int slot) {
    return HEADER_BYTES + (long) slot * slotBytes;
  }

  /** Fills the buffer and rewinds it. */
  private static void readFully(FileChannel file, ByteBuffer bytes, long offset)
      throws IOException {
    while (bytes.hasRemaining()) {
      if (file.read(bytes, offset + bytes.position()) < 0) {
        throw new IOException("the file ends inside a slot");
      }
    }
    bytes.rewind();
  }

  private static void writeFully(FileChannel file, ByteBuffer bytes, long offset)
      throws IOException {
    while (bytes.hasRemaining()) {
      file.write(bytes, offset + bytes.position());
    }
  }

  private static int last(ByteBuffer bytes) {
    return bytes.getInt(bytes.limit() - Integer.BYTES);
  }

  private static int checksum(ByteBuffer bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().clear().limit(length));
    return (int) crc.getValue();
  }

  private static Key key(String text) {
    ByteBuffer hash = ByteBuffer.wrap(sha256(text));
    return new Key(hash.getLong(), hash.getLong());
  }

  private static byte[] sha256(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public synchronized void close() {
    if (channel.isPresent()) {
      try {
        channel.get().close();
      } catch (IOException e) {
        slotOf.clear(); // what was written is checked when it is read
      }
    }
  }
}
