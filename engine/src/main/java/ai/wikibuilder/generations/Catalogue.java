package ai.wikibuilder.generations;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * The list of a generation's files, sorted by path.
 *
 * <p>Format of the file {@code catalogue}, big-endian: magic {@code AWCT} (4 bytes), version (2),
 * count (4), then for each file: path, blob id, left-out label, outcome (each as {@link
 * DataOutputStream#writeUTF modified UTF-8 with its length}), raw size (8), masked secrets (4),
 * symbols (4), text and facts (each segment 4, offset 8, length 4, size 4, CRC 4); at the end the
 * CRC-32C of all before it (4).
 */
final class Catalogue {
  static final String FILE_NAME = "catalogue";

  private static final int MAGIC = 0x41574354; // "AWCT"
  private static final int VERSION = 2;

  private Catalogue() {}

  static void write(Path folder, List<StoredFile> files) throws IOException {
    try (OutputStream out =
        new BufferedOutputStream(Files.newOutputStream(folder.resolve(FILE_NAME)), 1 << 16)) {
      CheckedOutputStream checked = new CheckedOutputStream(out, new CRC32C());
      DataOutputStream data = new DataOutputStream(checked);
      data.writeInt(MAGIC);
      data.writeShort(VERSION);
      data.writeInt(files.size());
      for (StoredFile file : files) {
        data.writeUTF(file.path());
        data.writeUTF(file.blobId());
        data.writeUTF(file.leftOut());
        data.writeUTF(file.outcome());
        data.writeLong(file.byteCount());
        data.writeInt(file.maskedSecretCount());
        data.writeInt(file.symbolCount());
        writeRef(data, file.text());
        writeRef(data, file.facts());
      }
      data.flush();
      new DataOutputStream(out).writeInt((int) checked.getChecksum().getValue());
    }
  }

  /**
   * Reads the list back.
   *
   * @throws GenerationException of kind {@code CORRUPT} or {@code OUTDATED}
   */
  static List<StoredFile> read(Path folder) {
    Path path = folder.resolve(FILE_NAME);
    try {
      byte[] bytes = Files.readAllBytes(path);
      checkSum(path, bytes);
      DataInputStream data = new DataInputStream(new ByteArrayInputStream(bytes));
      if (data.readInt() != MAGIC) {
        throw new GenerationException(Kind.CORRUPT, path + " is not a catalogue; build again");
      }
      int version = data.readUnsignedShort();
      if (version != VERSION) {
        throw new GenerationException(
            Kind.OUTDATED,
            "%s has version %d, this program reads %d; build again"
                .formatted(path, version, VERSION));
      }
      return readFiles(data);
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, path + " cannot be read; build again", e);
    }
  }

  private static void checkSum(Path path, byte[] bytes) {
    CRC32C crc = new CRC32C();
    int end = Math.max(0, bytes.length - Integer.BYTES);
    crc.update(bytes, 0, end);
    if (bytes.length < Integer.BYTES
        || java.nio.ByteBuffer.wrap(bytes).getInt(end) != (int) crc.getValue()) {
      throw new GenerationException(Kind.CORRUPT, path + " differs from its checksum; build again");
    }
  }

  private static List<StoredFile> readFiles(DataInputStream data) throws IOException {
    int count = data.readInt();
    List<StoredFile> files = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      String path = data.readUTF();
      String blobId = data.readUTF();
      String leftOut = data.readUTF();
      String outcome = data.readUTF();
      long byteCount = data.readLong();
      int masked = data.readInt();
      int symbols = data.readInt();
      files.add(
          new StoredFile(
              path,
              blobId,
              byteCount,
              leftOut,
              masked,
              outcome,
              symbols,
              readRef(data),
              readRef(data)));
    }
    return files;
  }

  private static void writeRef(DataOutputStream data, ContentRef ref) throws IOException {
    data.writeInt(ref.segment());
    data.writeLong(ref.offset());
    data.writeInt(ref.length());
    data.writeInt(ref.size());
    data.writeInt(ref.crc());
  }

  private static ContentRef readRef(DataInputStream data) throws IOException {
    ContentRef ref =
        new ContentRef(
            data.readInt(), data.readLong(), data.readInt(), data.readInt(), data.readInt());
    return ref.isPresent() ? ref : ContentRef.NONE;
  }
}
