package ai.wikibuilder.source.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/** Branches and tags as git keeps them in files. Immutable but for the files themselves. */
final class GitReferences {
  /** Names that point to names; git itself stops at five. */
  private static final int SYMBOLIC_DEPTH_MAX = 5;

  /** Lines of packed-refs that are read; the largest hosts keep fewer in one repository. */
  private static final int PACKED_COUNT_MAX = 2_000_000;

  /** One line of a reference file. */
  private static final int REFERENCE_BYTES_MAX = 4_096;

  private final Path gitFolder;
  private final Path commonFolder;

  GitReferences(Path gitFolder, Path commonFolder) {
    this.gitFolder = gitFolder;
    this.commonFolder = commonFolder;
  }

  /** What HEAD points to, empty before the first commit. */
  Optional<ObjectId> head() {
    return read(gitFolder.resolve("HEAD"), 0);
  }

  /** A full name such as {@code refs/heads/main}. */
  Optional<ObjectId> find(String name) {
    return find(name, 0);
  }

  private Optional<ObjectId> find(String name, int depth) {
    if (!name.startsWith("refs/") || !Repository.isValidRefName(name)) {
      return Optional.empty();
    }
    Optional<ObjectId> loose = read(commonFolder.resolve(name), depth);
    return loose.isPresent() ? loose : Optional.ofNullable(packed().get(name));
  }

  private Optional<ObjectId> read(Path file, int depth) {
    Optional<String> text = text(file);
    if (text.isEmpty() || depth > SYMBOLIC_DEPTH_MAX) {
      return Optional.empty();
    }
    String line = text.get().strip();
    if (line.startsWith("ref:")) {
      return find(line.substring("ref:".length()).strip(), depth + 1);
    }
    return ObjectId.isId(line) ? Optional.of(ObjectId.fromString(line)) : Optional.empty();
  }

  private static Optional<String> text(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > REFERENCE_BYTES_MAX) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** References that git has gathered in one file. */
  Map<String, ObjectId> packed() {
    Map<String, ObjectId> packed = new TreeMap<>();
    Path file = commonFolder.resolve("packed-refs");
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return packed;
    }
    try (BufferedReader reader =
        new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), UTF_8))) {
      for (String line = reader.readLine();
          line != null && packed.size() < PACKED_COUNT_MAX;
          line = reader.readLine()) {
        if (line.length() > 41 && line.charAt(40) == ' ' && ObjectId.isId(line.substring(0, 40))) {
          packed.put(line.substring(41).strip(), ObjectId.fromString(line.substring(0, 40)));
        }
      }
      return packed;
    } catch (IOException e) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.CORRUPT, "packed-refs cannot be read: " + file, e);
    }
  }

  /** Short names of branches and tags, sorted; at most {@code countMax}. */
  List<String> names(int countMax) {
    Set<String> names = new TreeSet<>(packed().keySet());
    for (String kind : List.of("refs/heads", "refs/tags")) {
      Path folder = commonFolder.resolve(kind);
      if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
        try (Stream<Path> files = Files.walk(folder)) {
          files
              .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
              .limit(countMax)
              .forEach(file -> names.add(kind + "/" + folder.relativize(file)));
        } catch (IOException | UncheckedIOException e) {
          throw new LocalRepositoryException(
              LocalRepositoryException.Kind.CORRUPT, "References cannot be read: " + folder, e);
        }
      }
    }
    return names.stream()
        .filter(name -> name.startsWith("refs/heads/") || name.startsWith("refs/tags/"))
        .map(Repository::shortenRefName)
        .limit(countMax)
        .toList();
  }
}
