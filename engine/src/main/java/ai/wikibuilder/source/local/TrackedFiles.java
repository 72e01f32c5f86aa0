package ai.wikibuilder.source.local;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.util.FS;

/**
 * The tracked files of a work tree as they are now.
 *
 * <p>Like git, a file whose size and time are those in the index is taken as unchanged, unless it
 * was modified so close to the writing of the index that the clock cannot tell; all others are
 * hashed.
 */
public final class TrackedFiles {
  /** A larger file is not hashed: nobody reads it, and it counts as changed. */
  private static final long HASHED_BYTES_MAX = 64 << 20;

  /**
   * One tracked file.
   *
   * @param id of the content; of the work tree's when that differs from the index
   * @param onDisk whether the content has to be read from the work tree
   * @param kind what stands at the path; MISSING for a deleted file
   */
  public record Tracked(String path, ObjectId id, boolean onDisk, FolderFiles.Kind kind) {}

  private final FolderFiles folder;
  private Instant indexWritten = Instant.EPOCH;

  private TrackedFiles(FolderFiles folder) {
    this.folder = folder;
  }

  /**
   * Compares the work tree with the index.
   *
   * @param committed files of the current commit, for an index that cannot be read
   */
  public static List<Tracked> list(
      LocalRepository repository, FolderFiles workTree, Map<String, ObjectId> committed) {
    TrackedFiles tracked = new TrackedFiles(workTree);
    Optional<DirCache> index = tracked.readIndex(repository);
    return index.isPresent() ? tracked.compare(index.get()) : tracked.compare(committed);
  }

  private Optional<DirCache> readIndex(LocalRepository repository) {
    try {
      if (!Files.isRegularFile(repository.index(), LinkOption.NOFOLLOW_LINKS)) {
        return Optional.empty();
      }
      indexWritten = Files.getLastModifiedTime(repository.index()).toInstant();
      return Optional.of(DirCache.read(repository.index().toFile(), FS.DETECTED));
    } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
      // A damaged index, or one in a form the library does not know (split, sparse).
      return Optional.empty();
    }
  }

  private List<Tracked> compare(Map<String, ObjectId> committed) {
    List<Tracked> files = new ArrayList<>();
    committed.forEach((path, id) -> files.add(hashed(path, id, folder.status(path))));
    return files;
  }

  private List<Tracked> compare(DirCache index) {
    List<Tracked> files = new ArrayList<>();
    String previous = "";
    for (int i = 0; i < index.getEntryCount(); i++) {
      DirCacheEntry entry = index.getEntry(i);
      String path = entry.getPathString();
      // Of a file in conflict there are up to three entries; what counts is the work tree.
      boolean again = path.equals(previous);
      previous = path;
      boolean file = (entry.getRawMode() & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
      if (!again && file && isNamed(entry, path)) {
        files.add(compare(entry, path));
      }
    }
    return files;
  }

  /** Whether the name is UTF-8: no other is in the list of a commit or shown to anybody. */
  private static boolean isNamed(DirCacheEntry entry, String path) {
    // what is no UTF-8 the library reads as Latin-1, of which no file on the disk is found
    return Arrays.equals(entry.getRawPath(), path.getBytes(UTF_8));
  }

  private Tracked compare(DirCacheEntry entry, String path) {
    FolderFiles.Status status = folder.status(path);
    ObjectId id = entry.getObjectId();
    boolean notCheckedOut = entry.isSkipWorkTree() && status.kind() == FolderFiles.Kind.MISSING;
    if (notCheckedOut || (entry.getStage() == 0 && isUnchanged(entry, status))) {
      return new Tracked(path, id, false, FolderFiles.Kind.FILE);
    }
    return hashed(path, id, status);
  }

  private boolean isUnchanged(DirCacheEntry entry, FolderFiles.Status status) {
    Instant known = entry.getLastModifiedInstant();
    Instant modified = status.modified();
    boolean sameTime =
        known.getEpochSecond() == modified.getEpochSecond()
            && (known.getNano() == modified.getNano()
                || known.getNano() == 0
                || known.getNano() / 1_000 == modified.getNano() / 1_000);
    return status.kind() == FolderFiles.Kind.FILE
        && entry.getLength() == (int) status.byteCount()
        && sameTime
        && modified.isBefore(indexWritten);
  }

  private Tracked hashed(String path, ObjectId known, FolderFiles.Status status) {
    if (status.kind() == FolderFiles.Kind.UNNAMEABLE) {
      return new Tracked(path, known, false, FolderFiles.Kind.FILE);
    }
    if (status.kind() != FolderFiles.Kind.FILE) {
      return new Tracked(path, ObjectId.zeroId(), false, status.kind());
    }
    Optional<byte[]> bytes = folder.bytes(path, HASHED_BYTES_MAX);
    ObjectId id = bytes.map(BlobIds::of).orElse(ObjectId.zeroId());
    boolean same = id.equals(known) || bytes.map(BlobIds::ofUnixLines).equals(Optional.of(known));
    return new Tracked(path, same ? known : id, !same, FolderFiles.Kind.FILE);
  }
}
