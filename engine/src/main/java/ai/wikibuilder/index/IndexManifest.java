package ai.wikibuilder.index;

import ai.wikibuilder.index.IndexException.Kind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * The file {@code index.manifest}: which files make up an index directory. Written last; a
 * directory without it is no index.
 *
 * <p>Big-endian: magic {@code AWBX}, format version (4 bytes), analysis version (4), number of
 * files (4); for each file, in order of name: name (modified UTF-8 with 2 bytes of length), length
 * in bytes (8), checksum of Lucene's own footer (8); last the CRC32C of all bytes before it (4).
 *
 * @param files per file name its length and the checksum its footer must carry
 */
record IndexManifest(SortedMap<String, Entry> files) {
  static final String FILE_NAME = "index.manifest";

  private static final int MAGIC = 0x41574258;

  /** Changes with the layout of this file, of the Lucene fields or of their doc values. */
  static final int FORMAT_VERSION = 2;

  /** A manifest lists some hundred files; anything larger is not one of ours. */
  private static final long BYTES_MAX = 1 << 20;

  record Entry(long length, long checksum) {}

  /** Describes what stands in {@code directory} now, reading only the footers. */
  static IndexManifest describe(Directory directory) throws IOException {
    SortedMap<String, Entry> files = new TreeMap<>();
    for (String name : directory.listAll()) {
      if (!name.equals(FILE_NAME)) {
        try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
          files.put(name, new Entry(input.length(), CodecUtil.retrieveChecksum(input)));
        }
      }
    }
    return new IndexManifest(files);
  }

  /** Compares lengths and footers of {@code directory} with this manifest. */
  void checkQuickly(Directory directory) {
    try {
      IndexManifest found = describe(directory);
      for (Map.Entry<String, Entry> expected : files.entrySet()) {
        Entry there = found.files.get(expected.getKey());
        if (!expected.getValue().equals(there)) {
          throw corrupt(
              expected.getKey() + ": expected " + expected.getValue() + ", found " + there);
        }
      }
      if (found.files.size() != files.size()) {
        throw corrupt("there are files the manifest does not list");
      }
    } catch (IOException e) {
      throw corrupt("a file has no valid end", e);
    }
  }

  /** Reads every byte of every file and compares the checksums. */
  void checkFully(Directory directory) {
    checkQuickly(directory);
    for (String name : files.keySet()) {
      try (IndexInput input = directory.openInput(name, IOContext.READONCE)) {
        CodecUtil.checksumEntireFile(input);
      } catch (IOException e) {
        throw corrupt(name + " was changed after it was written", e);
      }
    }
  }

  void write(Path directory) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    out.writeInt(MAGIC);
    out.writeInt(FORMAT_VERSION);
    out.writeInt(CodeTokens.VERSION);
    out.writeInt(files.size());
    for (Map.Entry<String, Entry> file : files.entrySet()) {
      out.writeUTF(file.getKey());
      out.writeLong(file.getValue().length());
      out.writeLong(file.getValue().checksum());
    }
    out.writeInt(checksum(bytes.toByteArray(), bytes.size()));
    Files.write(
        directory.resolve(FILE_NAME),
        bytes.toByteArray(),
        StandardOpenOption.CREATE_NEW,
        StandardOpenOption.WRITE,
        StandardOpenOption.DSYNC);
  }

  /**
   * Reads the manifest of an index.
   *
   * @throws IndexException NOT_FOUND, CORRUPT, or OUTDATED when another version wrote it
   */
  static IndexManifest read(Path directory) {
    byte[] bytes = load(directory.resolve(FILE_NAME));
    int body = bytes.length - Integer.BYTES;
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (body < 4 * Integer.BYTES || in.readInt() != MAGIC) {
        throw corrupt(FILE_NAME + " does not begin as a manifest does");
      }
      DataInputStream tail =
          new DataInputStream(new ByteArrayInputStream(bytes, body, Integer.BYTES));
      if (tail.readInt() != checksum(bytes, body)) {
        throw corrupt(FILE_NAME + " was changed after it was written");
      }
      checkVersions(in.readInt(), in.readInt());
      SortedMap<String, Entry> files = new TreeMap<>();
      for (int i = in.readInt(); i > 0; i--) {
        files.put(in.readUTF(), new Entry(in.readLong(), in.readLong()));
      }
      return new IndexManifest(files);
    } catch (IOException e) {
      throw corrupt(FILE_NAME + " ends too early", e);
    }
  }

  private static void checkVersions(int format, int analysis) {
    if (format != FORMAT_VERSION || analysis != CodeTokens.VERSION) {
      throw new IndexException(
          Kind.OUTDATED,
          "expected an index of format %d and analysis %d, found %d and %d; build it again"
              .formatted(FORMAT_VERSION, CodeTokens.VERSION, format, analysis));
    }
  }

  private static byte[] load(Path file) {
    try {
      if (Files.size(file) > BYTES_MAX) {
        throw corrupt(FILE_NAME + " is larger than any manifest");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new IndexException(
          Kind.NOT_FOUND, "expected an index in " + file.getParent() + ", found none; build it", e);
    } catch (IOException e) {
      throw new IndexException(Kind.STORAGE, "cannot read " + file, e);
    }
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }

  private static IndexException corrupt(String what) {
    return new IndexException(Kind.CORRUPT, "the index is damaged (" + what + "); build it again");
  }

  private static IndexException corrupt(String what, Throwable cause) {
    return new IndexException(
        Kind.CORRUPT, "the index is damaged (" + what + "); build it again", cause);
  }
}
