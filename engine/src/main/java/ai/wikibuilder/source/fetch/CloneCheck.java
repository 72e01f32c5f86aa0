package ai.wikibuilder.source.fetch;

import ai.wikibuilder.source.git.IsolatedGit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;

/**
 * Whether a clone folder is as a fetch leaves it. Whatever is odd about it means no: the folder is
 * only a cache, and making it anew costs less than a fetch that fails on it each time. Stateless
 * but for where it looks.
 */
final class CloneCheck {
  /** Packs of a folder after which it is made anew; every fetch adds one. */
  private static final int PACK_COUNT_MAX = 40;

  /** What a fetch writes into the small files; more is not read. */
  private static final long SMALL_BYTES_MAX = 64 << 10;

  private static final Pattern HEAD = Pattern.compile("ref: refs/heads/\\S+\\n?");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{40}");

  private final Path folder;
  private final IsolatedGit git;

  CloneCheck(Path folder, IsolatedGit git) {
    this.folder = folder;
    this.git = git;
  }

  boolean isSound() {
    try {
      PackFiles packs = PackFiles.in(folder);
      return isForm(packs)
          && packs.areSound(PACK_COUNT_MAX)
          && areThere(ids(folder.resolve("shallow")))
          && areThere(fetched());
    } catch (IOException | ConfigInvalidException | RuntimeException e) {
      return false; // what cannot be read is no use to a fetch either
    }
  }

  private boolean isForm(PackFiles packs) throws IOException, ConfigInvalidException {
    Config config = new Config();
    config.fromText(small(folder.resolve("config")));
    return HEAD.matcher(small(folder.resolve("HEAD"))).matches()
        && config.getBoolean("core", "bare", false)
        && areNamed(
            packs, List.of(config.getStringList(CommitFetch.SECTION, null, CommitFetch.PACK)))
        && Files.isDirectory(folder.resolve("objects"))
        && Files.isDirectory(folder.resolve("refs"));
  }

  /**
   * Whether every pack that a fetch left is here still; one more may be, of a fetch that was
   * killed. Nothing else says so without looking for each object: a commit can be here, and files
   * of its that did not change gone with an earlier pack.
   */
  private static boolean areNamed(PackFiles packs, List<String> named) {
    return packs.names().containsAll(named) && packs.names().isEmpty() == named.isEmpty();
  }

  private static String small(Path file) throws IOException {
    if (Files.size(file) > SMALL_BYTES_MAX) {
      throw new IOException("larger than a fetch makes it");
    }
    return Files.readString(file);
  }

  /** Every line of the file, when it is there. */
  private static List<String> ids(Path file) throws IOException {
    return Files.exists(file) ? small(file).lines().toList() : List.of();
  }

  private List<String> fetched() throws IOException {
    Path refs = folder.resolve("refs/fetched");
    if (!Files.isDirectory(refs)) {
      return List.of();
    }
    List<Path> files;
    try (Stream<Path> all = Files.walk(refs)) {
      files = all.filter(Files::isRegularFile).filter(CloneCheck::isNoLock).toList();
    }
    List<String> ids = new java.util.ArrayList<>();
    for (Path file : files) {
      ids.add(small(file).strip());
    }
    return ids;
  }

  private static boolean isNoLock(Path file) {
    return !file.toString().endsWith(".lock");
  }

  /** Whether each of these is an id, and its object is here. */
  private boolean areThere(List<String> ids) throws IOException {
    try (Repository repository = git.open(folder)) {
      for (String id : ids) {
        if (!ID.matcher(id).matches()
            || !repository.getObjectDatabase().has(ObjectId.fromString(id))) {
          return false;
        }
      }
    }
    return true;
  }
}
