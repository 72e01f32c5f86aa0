package ai.wikibuilder.source.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.source.patterns.IgnoreRules;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lists a folder that has no git: every file below it, with the {@code .gitignore} files of all its
 * folders applied. For one thread.
 */
public final class FolderWalk {
  /** Hears what is found. */
  public interface Visitor {
    /** A regular file. */
    void file(String path, long byteCount);

    /** Something that is left out; a whole folder counts once. */
    void leftOut(String path, Cause cause);

    /** Whether a name may be used at all; what is not is reported as left out. */
    boolean accepts(String name);
  }

  /** Why something is left out. */
  public enum Cause {
    IGNORED,
    LINK,
    UNREADABLE,
    UNSAFE_NAME
  }

  /**
   * Bounds on a walk.
   *
   * @param entryCountMax files and folders seen
   * @param depthMax folders inside folders
   */
  public record Limits(long entryCountMax, int depthMax) {}

  /** A {@code .gitignore} and where it stands. */
  private record Ignore(String prefix, IgnoreRules rules) {}

  private final FolderFiles folder;
  private final Optional<Path> exceptFolder;
  private final Limits limits;
  private final Visitor visitor;
  private long entryCount;

  /** A walk that does not enter one folder, given as a real path. */
  public FolderWalk(
      FolderFiles folder, Optional<Path> exceptFolder, Limits limits, Visitor visitor) {
    this.folder = folder;
    this.exceptFolder = exceptFolder;
    this.limits = limits;
    this.visitor = visitor;
  }

  /**
   * Visits everything, folders sorted by name.
   *
   * @throws LocalRepositoryException of kind {@code LIMIT}
   */
  public void walk() {
    walk("", List.of(), 0);
  }

  private void walk(String prefix, List<Ignore> above, int depth) {
    if (depth > limits.depthMax()) {
      throw limit("folders more than %,d deep".formatted(limits.depthMax()));
    }
    List<Ignore> ignores = above;
    Optional<byte[]> own = folder.bytes(prefix + ".gitignore", FolderFiles.SMALL_FILE_BYTES_MAX);
    if (own.isPresent()) {
      ignores = new ArrayList<>(above);
      ignores.add(new Ignore(prefix, IgnoreRules.parse(new String(own.get(), UTF_8))));
    }
    for (String name : names(prefix)) {
      visit(name, prefix, ignores, depth);
    }
  }

  private void visit(String name, String prefix, List<Ignore> ignores, int depth) {
    String path = prefix + name;
    if (name.equals(".git")) {
      return;
    }
    if (!visitor.accepts(name)) {
      visitor.leftOut(path, Cause.UNSAFE_NAME);
      return;
    }
    FolderFiles.Status status = folder.status(path);
    if (isIgnored(path, status.kind() == FolderFiles.Kind.FOLDER, ignores)) {
      visitor.leftOut(path, Cause.IGNORED);
      return;
    }
    switch (status.kind()) {
      case FILE -> visitor.file(path, status.byteCount());
      case FOLDER -> {
        if (!exceptFolder.equals(Optional.of(folder.root().resolve(path)))) {
          walk(path + "/", ignores, depth + 1);
        }
      }
      case LINK -> visitor.leftOut(path, Cause.LINK);
      case UNNAMEABLE -> visitor.leftOut(path, Cause.UNSAFE_NAME);
      case OTHER, MISSING -> visitor.leftOut(path, Cause.UNREADABLE);
    }
  }

  private List<String> names(String prefix) {
    List<String> names = new ArrayList<>();
    Path at = prefix.isEmpty() ? folder.root() : folder.root().resolve(prefix);
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(at)) {
      for (Path entry : entries) {
        if (++entryCount > limits.entryCountMax()) {
          throw limit("more than %,d files and folders".formatted(limits.entryCountMax()));
        }
        names.add(String.valueOf(entry.getFileName()));
      }
    } catch (IOException | DirectoryIteratorException e) {
      visitor.leftOut(prefix, Cause.UNREADABLE);
    }
    names.sort(null);
    return names;
  }

  private static LocalRepositoryException limit(String what) {
    return new LocalRepositoryException(
        LocalRepositoryException.Kind.LIMIT,
        "The folder has %s, which is the limit.".formatted(what));
  }

  /** The nearest rule that speaks decides. */
  private static boolean isIgnored(String path, boolean isFolder, List<Ignore> ignores) {
    for (Ignore ignore : ignores.reversed()) {
      Optional<Boolean> verdict =
          ignore.rules().ignores(path.substring(ignore.prefix().length()), isFolder);
      if (verdict.isPresent()) {
        return verdict.get();
      }
    }
    return false;
  }
}
