package ai.wikibuilder.generations;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * What a finished generation consists of. Written last: a folder without one is unfinished.
 *
 * <p>Format of the file {@code manifest}, UTF-8 lines: {@code aiwiki-generation 1}; for each
 * property {@code name=value}, sorted; an empty line; for each file {@code sha256 crc length path},
 * sorted by path; last {@code end sha256}, the SHA-256 of all lines before it. Values have no line
 * breaks.
 */
final class Manifest {
  static final String FILE_NAME = "manifest";

  private static final String FIRST_LINE = "aiwiki-generation 1";

  private final SortedMap<String, String> properties;
  private final SortedMap<String, Entry> files;

  record Entry(String sha256, int crc, long length) {}

  private Manifest(SortedMap<String, String> properties, SortedMap<String, Entry> files) {
    this.properties = properties;
    this.files = files;
  }

  Map<String, String> properties() {
    return properties;
  }

  SortedMap<String, Entry> files() {
    return files;
  }

  /**
   * Lists and hashes all files of a folder.
   *
   * @param known files taken over unchanged from an earlier generation, which are not read again
   */
  static Manifest of(Path folder, Map<String, String> properties, Map<String, Entry> known)
      throws IOException {
    SortedMap<String, Entry> files = new ConcurrentSkipListMap<>();
    List<Path> found;
    try (Stream<Path> all = Files.walk(folder)) {
      found = all.filter(Files::isRegularFile).toList();
    }
    try {
      found.parallelStream()
          .forEach(file -> {
            String name = folder.relativize(file).toString().replace('\\', '/');
            files.put(name, entryOf(file, Optional.ofNullable(known.get(name))));
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    files.remove(FILE_NAME);
    return new Manifest(new TreeMap<>(properties), files);
  }

  void write(Path folder) throws IOException {
    StringBuilder lines = new StringBuilder(FIRST_LINE).append('\n');
    properties.forEach((name, value) ->
        lines.append(name).append('=').append(value.replaceAll("\\R", " ")).append('\n'));
    lines.append('\n');
    files.forEach((path, entry) ->
        lines
            .append(entry.sha256())
            .append(' ')
            .append(Integer.toHexString(entry.crc()))
            .append(' ')
            .append(entry.length())
            .append(' ')
            .append(path)
            .append('\n'));
    String body = lines.toString();
    Files.writeString(
        folder.resolve(FILE_NAME),
        body + "end " + hex(digest().digest(body.getBytes(UTF_8))) + "\n");
  }

  /**
   * Reads a manifest and checks it against itself, not yet against the files.
   *
   * @throws GenerationException of kind {@code CORRUPT} or {@code OUTDATED}
   */
  static Manifest read(Path folder) {
    Path path = folder.resolve(FILE_NAME);
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, path + " cannot be read; build again", e);
    }
    if (!text.startsWith("aiwiki-generation ")) {
      throw new GenerationException(Kind.CORRUPT, path + " is not a manifest; build again");
    }
    if (!text.startsWith(FIRST_LINE + "\n")) {
      throw new GenerationException(
          Kind.OUTDATED, path + " was written by another version; build again");
    }
    int end = text.lastIndexOf("end ");
    if (end < 0
        || !text.substring(end)
            .equals("end " + hex(digest().digest(text.substring(0, end).getBytes(UTF_8))) + "\n")) {
      throw new GenerationException(Kind.CORRUPT, path + " differs from its checksum; build again");
    }
    return parse(text.substring(FIRST_LINE.length() + 1, end));
  }

  private static Manifest parse(String body) {
    SortedMap<String, String> properties = new TreeMap<>();
    SortedMap<String, Entry> files = new TreeMap<>();
    boolean inFiles = false;
    for (String line : (Iterable<String>) body.lines()::iterator) {
      if (line.isEmpty()) {
        inFiles = true;
      } else if (inFiles) {
        String[] parts = line.split(" ", 4);
        files.put(
            parts[3],
            new Entry(parts[0], Integer.parseUnsignedInt(parts[1], 16), Long.parseLong(parts[2])));
      } else {
        int equals = line.indexOf('=');
        properties.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new Manifest(properties, files);
  }

  /** How closely files are compared with what is written of them. */
  enum Depth {
    LENGTH,
    CRC,
    SHA256
  }

  /**
   * Checks every file: there, of its length and of its checksum, as far as {@code depth} says.
   *
   * @param places where the file of a name in the manifest is
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  void verify(Function<String, Path> places, Depth depth) {
    files.forEach((name, entry) -> {
      boolean spared = name.equals(Staging.GRAPH) || name.equals(Staging.VECTORS);
      if (depth == Depth.LENGTH && spared) {
        return; // can be done without, so it keeps nobody from opening the rest
      }
      verify(places.apply(name), entry, depth);
    });
  }

  /** Every file below a folder, checked to its CRC-32C as {@link #verify} does. */
  void verifyBelow(String folder, Function<String, Path> places) {
    files.forEach((name, entry) -> {
      if (name.startsWith(folder + "/")) {
        verify(places.apply(name), entry, Depth.CRC);
      }
    });
  }

  /** One file, checked to its CRC-32C as {@link #verify} does; empty when none is called so. */
  Optional<Path> checked(String name, Function<String, Path> places) {
    Entry entry = files.get(name);
    if (entry == null) {
      return Optional.empty();
    }
    Path file = places.apply(name);
    verify(file, entry, Depth.CRC);
    return Optional.of(file);
  }

  private static void verify(Path file, Entry entry, Depth depth) {
    try {
      if (!hasLength(file, entry)) {
        throw new GenerationException(
            Kind.CORRUPT, file + " is missing or has another length; build again");
      }
      if (!hasChecksum(file, entry, depth)) {
        throw new GenerationException(
            Kind.CORRUPT, file + " differs from its checksum; build again");
      }
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, file + " cannot be read; build again", e);
    }
  }

  /** Whether a file is, to its CRC-32C, the one of an entry. */
  static boolean isAsWritten(Path file, Entry entry) throws IOException {
    return hasLength(file, entry) && hasChecksum(file, entry, Depth.CRC);
  }

  private static boolean hasLength(Path file, Entry entry) throws IOException {
    return Files.isRegularFile(file) && Files.size(file) == entry.length();
  }

  private static boolean hasChecksum(Path file, Entry entry, Depth depth) throws IOException {
    return switch (depth) {
      case LENGTH -> true;
      case CRC -> crcOf(file) == entry.crc();
      case SHA256 -> entryOf(file).sha256().equals(entry.sha256());
    };
  }

  private static int crcOf(Path file) throws IOException {
    CRC32C crc = new CRC32C();
    read(file, (buffer, count) -> crc.update(buffer, 0, count));
    return (int) crc.getValue();
  }

  private static Entry entryOf(Path file, Optional<Entry> known) {
    try {
      long length = Files.size(file);
      return known.isPresent() && known.get().length() == length ? known.get() : entryOf(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Entry entryOf(Path file) throws IOException {
    MessageDigest digest = digest();
    CRC32C crc = new CRC32C();
    read(
        file,
        (buffer, count) -> {
          digest.update(buffer, 0, count);
          crc.update(buffer, 0, count);
        });
    return new Entry(hex(digest.digest()), (int) crc.getValue(), Files.size(file));
  }

  private static void read(Path file, ObjIntConsumer<byte[]> piece) throws IOException {
    byte[] buffer = new byte[1 << 17];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        piece.accept(buffer, n);
      }
    }
  }

  /** SHA-256 of the manifest of a folder, as hexadecimal digits. */
  static String digestOf(Path folder) {
    Path path = folder.resolve(FILE_NAME);
    try {
      return hex(digest().digest(Files.readAllBytes(path)));
    } catch (IOException e) {
      throw new GenerationException(Kind.CORRUPT, path + " cannot be read; build again", e);
    }
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
