package ai.wikibuilder.source.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.patterns.EditDistance;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.internal.storage.file.ObjectDirectory;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevTag;
import org.eclipse.jgit.util.FS;

/**
 * A git repository on this machine: with a work tree, a linked work tree, a submodule, or bare.
 *
 * <p>The library's own repository type is not used, because it reads the configuration with the
 * files that it includes, and follows alternates to other object databases.
 */
public final class LocalRepository {
  /** Names compared with one that is not there. */
  private static final int NAME_COUNT_MAX = 10_000;

  /** Names suggested instead; more would not be read. */
  private static final int SUGGESTION_COUNT_MAX = 5;

  /** Tags that point to tags; more than two are a curiosity. */
  private static final int TAG_DEPTH_MAX = 10;

  /** A tag object; a longer message is no message. */
  private static final int TAG_BYTES_MAX = 1 << 20;

  /** The forms of an address that have an https form. Group 1 is the host, group 2 the path. */
  private static final Pattern SSH_ADDRESS =
      Pattern.compile("(?:ssh://)?git@([A-Za-z0-9.-]+)(?::|/)/?([^:]+?)/?");

  private static final Pattern HTTPS_ADDRESS =
      Pattern.compile("https://(?:[^/@]*@)?([A-Za-z0-9.-]+(?::[0-9]+)?)/([^?#]+?)/?");

  private final Optional<Path> workTree;
  private final Path gitFolder;
  private final Path commonFolder;
  private final GitReferences references;
  private final Config config;

  private LocalRepository(Optional<Path> workTree, Path gitFolder, Path commonFolder) {
    this.workTree = workTree;
    this.gitFolder = gitFolder;
    this.commonFolder = commonFolder;
    this.references = new GitReferences(gitFolder, commonFolder);
    this.config = readConfig(commonFolder.resolve("config"));
    refuse(
        "reftable".equals(config.getString("extensions", null, "refstorage")),
        "Its references are kept as a reftable. Run: git refs migrate --ref-format=files");
    refuse(
        "sha256".equals(config.getString("extensions", null, "objectformat")),
        "Its objects are named by SHA-256; only SHA-1 repositories can be read.");
  }

  /**
   * The repository that a folder is, or is a part of.
   *
   * @param folder a real path
   * @return empty when there is no git here and in no folder above
   * @throws LocalRepositoryException of kind {@code REFUSED} for one that points elsewhere
   */
  public static Optional<LocalRepository> find(Path folder) {
    if (isGitFolder(folder)) {
      return Optional.of(new LocalRepository(Optional.empty(), folder, commonFolder(folder)));
    }
    for (Path at = folder; at != null; at = at.getParent()) {
      Path git = at.resolve(".git");
      refuse(Files.isSymbolicLink(git), git + " is a link. Name the folder that it points to.");
      if (Files.isRegularFile(git, LinkOption.NOFOLLOW_LINKS)) {
        Path target = targetOf(git);
        return Optional.of(new LocalRepository(Optional.of(at), target, commonFolder(target)));
      }
      if (isGitFolder(git)) {
        return Optional.of(new LocalRepository(Optional.of(at), git, commonFolder(git)));
      }
    }
    return Optional.empty();
  }

  private static boolean isGitFolder(Path folder) {
    return Files.isRegularFile(folder.resolve("HEAD"), LinkOption.NOFOLLOW_LINKS)
        && (Files.isDirectory(folder.resolve("objects"), LinkOption.NOFOLLOW_LINKS)
            || Files.isRegularFile(folder.resolve("commondir"), LinkOption.NOFOLLOW_LINKS));
  }

  /**
   * The folder that a {@code .git} file names. It must know this work tree in turn, otherwise
   * somebody's archive could name a private repository of the reader.
   */
  private static Path targetOf(Path gitFile) {
    String text = smallText(gitFile).orElse("").strip();
    try {
      Path target = gitFile.resolveSibling(text.replaceFirst("^gitdir: *", "")).toRealPath();
      Optional<String> back = smallText(target.resolve("gitdir"));
      String workTree = readConfig(target.resolve("config")).getString("core", null, "worktree");
      boolean known =
          (back.isPresent() && target.resolve(back.get().strip()).toRealPath().equals(gitFile))
              || (workTree != null
                  && target.resolve(workTree).toRealPath().equals(gitFile.getParent()))
              || target.startsWith(gitFile.getParent());
      refuse(
          !known || !isGitFolder(target),
          "%s names a repository elsewhere that does not name it back. Name that repository itself."
              .formatted(gitFile));
      return target;
    } catch (IOException | InvalidPathException e) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.REFUSED,
          "%s names a repository that is not there. Run: git worktree repair".formatted(gitFile),
          e);
    }
  }

  /** Where objects and branches are: for a linked work tree in the repository it belongs to. */
  private static Path commonFolder(Path gitFolder) {
    Optional<String> text = smallText(gitFolder.resolve("commondir"));
    if (text.isEmpty()) {
      return gitFolder;
    }
    try {
      Path common = gitFolder.resolve(text.get().strip()).toRealPath();
      refuse(
          !gitFolder.startsWith(common.resolve("worktrees")),
          gitFolder.resolve("commondir") + " does not name the repository around it.");
      return common;
    } catch (IOException | InvalidPathException e) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.CORRUPT,
          gitFolder.resolve("commondir") + " names no folder. Run: git worktree repair",
          e);
    }
  }

  private static void refuse(boolean condition, String message) {
    if (condition) {
      throw new LocalRepositoryException(LocalRepositoryException.Kind.REFUSED, message);
    }
  }

  private static Optional<String> smallText(Path file) {
    try {
      if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
          || Files.size(file) > FolderFiles.SMALL_FILE_BYTES_MAX) {
        return Optional.empty();
      }
      return Optional.of(new String(Files.readAllBytes(file), UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** The settings of this one file, without what it includes; none when it is damaged. */
  private static Config readConfig(Path file) {
    Config config = new Config();
    try {
      config.fromText(smallText(file).orElse(""));
      return config;
    } catch (ConfigInvalidException | IllegalArgumentException e) {
      return new Config();
    }
  }

  /** The folder with the checked-out files, empty for a bare repository. */
  public Optional<Path> workTree() {
    return workTree;
  }

  /** Git's list of tracked files, which need not exist. */
  Path index() {
    return gitFolder.resolve("index");
  }

  /** Opens the objects; the caller closes them. */
  public ObjectDatabase objects() {
    Path objects = commonFolder.resolve("objects");
    refuse(Files.isSymbolicLink(objects), objects + " is a link. Name the repository it leads to.");
    try {
      return new ObjectDirectory(
          new Config(),
          objects.toFile(),
          new File[0],
          FS.DETECTED,
          commonFolder.resolve("shallow").toFile());
    } catch (IOException e) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.CORRUPT, "The objects cannot be opened: " + objects, e);
    }
  }

  /** The commit that HEAD points to, empty before the first commit. */
  public Optional<ObjectId> head() {
    return references.head();
  }

  /**
   * The commit that a branch, tag or commit id names.
   *
   * @throws LocalRepositoryException of kind {@code NOT_FOUND}
   */
  public ObjectId resolve(String name, ObjectReader reader) {
    Optional<ObjectId> found =
        name.equals("HEAD")
            ? head()
            : references
                .find("refs/heads/" + name)
                .or(() -> references.find("refs/tags/" + name))
                .or(() -> references.find("refs/remotes/origin/" + name))
                .or(() -> references.find(name))
                .or(() -> byId(name, reader));
    if (found.isEmpty()) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.NOT_FOUND,
          "No branch, tag or commit %s in the repository.%s".formatted(name, like(name)));
    }
    return peel(found.get(), name, reader);
  }

  private String like(String name) {
    List<String> near =
        EditDistance.nearest(references.names(NAME_COUNT_MAX), name, SUGGESTION_COUNT_MAX);
    return near.isEmpty() ? "" : " There is: " + String.join(", ", near) + ".";
  }

  private static Optional<ObjectId> byId(String name, ObjectReader reader) {
    if (!AbbreviatedObjectId.isId(name)) {
      return Optional.empty();
    }
    try {
      var candidates = reader.resolve(AbbreviatedObjectId.fromString(name));
      return candidates.size() == 1 ? Optional.of(candidates.iterator().next()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static ObjectId peel(ObjectId named, String name, ObjectReader reader) {
    ObjectId id = named;
    try {
      for (int depth = 0; depth < TAG_DEPTH_MAX; depth++) {
        ObjectLoader object = reader.open(id);
        if (object.getType() == Constants.OBJ_COMMIT) {
          return id;
        }
        refuse(object.getType() != Constants.OBJ_TAG, name + " names no commit.");
        id = RevTag.parse(object.getCachedBytes(TAG_BYTES_MAX)).getObject().getId();
      }
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new LocalRepositoryException(
          LocalRepositoryException.Kind.CORRUPT,
          "What %s names, %s, cannot be read.".formatted(name, id.name()),
          e);
    }
    throw new LocalRepositoryException(
        LocalRepositoryException.Kind.LIMIT,
        "%s leads through more than %d tags to its commit.".formatted(name, TAG_DEPTH_MAX));
  }

  /** Where origin is, in its https form and without credentials; empty when it has none. */
  public Optional<String> originAddress() {
    String written = config.getString("remote", "origin", "url");
    if (written == null) {
      return Optional.empty();
    }
    for (Pattern form : new Pattern[] {HTTPS_ADDRESS, SSH_ADDRESS}) {
      Matcher matcher = form.matcher(written);
      if (matcher.matches()) {
        String path = matcher.group(2);
        String plain = path.endsWith(".git") ? path.substring(0, path.length() - 4) : path;
        return plain.codePoints().allMatch(LocalRepository::isPlainInAddress)
            ? Optional.of("https://" + matcher.group(1) + "/" + plain)
            : Optional.empty();
      }
    }
    return Optional.empty();
  }

  private static boolean isPlainInAddress(int character) {
    return Character.isLetterOrDigit(character) || "-._~/%+".indexOf(character) >= 0;
  }
}
