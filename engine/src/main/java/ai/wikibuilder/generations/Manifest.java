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
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a finished generation consists of. Written last: a folder without one is unfinished.
 *
 * <p>Format of the file {@code manifest}, UTF-8 lines: {@code aiwiki-generation 1}; for each
 * property {@code name=value}, sorted; an empty line; for each file {@code sha256 length path},
 * sorted by path; last {@code end sha256}, the SHA-256 of all lines before it. Values have no line
 * breaks.
 */
final class Manifest {
  static final String FILE_NAME = "manifest";

  private static final String FIRST_LINE = "aiwiki-generation 1";

  private final SortedMap<String, String> properties;
  private final SortedMap<String, Entry> files;

  record Entry(String sha256, long length) {}

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
    SortedMap<String, Entry> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        Entry entry = known.get(name);
        long length = Files.size(file);
        files.put(
            name,
            entry != null && entry.length() == length ? entry : new Entry(sha256(file), length));
      }
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
        int first = line.indexOf(' ');
        int second = line.indexOf(' ', first + 1);
        files.put(
            line.substring(second + 1),
            new Entry(line.substring(0, first), Long.parseLong(line.substring(first + 1, second))));
      } else {
        int equals = line.indexOf('=');
        properties.put(line.substring(0, equals), line.substring(equals + 1));
      }
    }
    return new Manifest(properties, files);
  }

  /**
   * Checks every file: there, of its length and, when {@code deep}, of its SHA-256.
   *
   * @throws GenerationException of kind {@code CORRUPT} naming the first file that differs
   */
  void verify(Path folder, boolean deep) {
    files.forEach((name, entry) -> {
      Path file = folder.resolve(name);
      try {
        if (!Files.isRegularFile(file) || Files.size(file) != entry.length()) {
          throw new GenerationException(
              Kind.CORRUPT, file + " is missing or has another length; build again");
        }
        if (deep && !sha256(file).equals(entry.sha256())) {
          throw new GenerationException(
              Kind.CORRUPT, file + " differs from its checksum; build again");
        }
      } catch (IOException e) {
        throw new GenerationException(Kind.CORRUPT, file + " cannot be read; build again", e);
      }
    });
  }

  private static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] buffer = new byte[1 << 17];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digest.update(buffer, 0, n);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return hex(digest.digest());
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
