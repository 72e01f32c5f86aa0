package ai.wikibuilder.benchmarks.ranking;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The repositories of {@code benchmarks/ranking-repositories.txt}, or others that were named. A
 * line is {@code set | owner/name | language | commit}.
 */
final class RepositoryList {
  /**
   * One repository on disk.
   *
   * @param set tuning, reporting, or named when it came from the command line
   * @param commit full id or a reference, the newest that questions are mined from
   */
  record Entry(String set, String name, String language, String commit, Path folder) {}

  private static final int COLUMNS = 4;

  private RepositoryList() {}

  /**
   * Reads the file.
   *
   * @param clones holds the repositories as owner+name/repo, owner+name, owner/name or name, with
   *     or without the ending .git
   * @param set whose repositories are wanted
   * @throws IllegalStateException naming every repository that is not there
   */
  static List<Entry> read(Path file, Path clones, String set) throws IOException {
    List<Entry> entries = new ArrayList<>();
    List<String> missing = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.split("\\s*\\|\\s*", -1);
      if (columns.length != COLUMNS) {
        throw new IllegalStateException("expected 4 columns in the line: " + line);
      }
      if (!columns[0].strip().equals(set)) {
        continue;
      }
      Optional<Path> folder = find(clones, columns[1]);
      folder.ifPresentOrElse(
          found -> entries.add(new Entry(set, columns[1], columns[2], columns[3].strip(), found)),
          () -> missing.add(columns[1]));
    }
    if (!missing.isEmpty() || entries.isEmpty()) {
      throw new IllegalStateException(
          "%s has no clone of %s; a clone with its history is needed for each of the set %s"
              .formatted(clones, missing, set));
    }
    return entries;
  }

  private static Optional<Path> find(Path clones, String name) {
    String plus = name.replace('/', '+');
    String last = name.substring(name.indexOf('/') + 1);
    return List.of(plus + "/repo", plus, name, last, name + ".git", last + ".git").stream()
        .map(clones::resolve)
        .filter(Files::isDirectory)
        .findFirst();
  }

  /** A repository that somebody named, at its head. */
  static Entry named(Path folder) {
    return new Entry("named", folder.toString(), "", "HEAD", folder);
  }
}
