package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.HostLinks;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.local.PooledReaders;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;

/**
 * Opens a snapshot of one commit, read from the object database and never checked out.
 *
 * <p>The snapshot keeps the database and gives every read a reader of its own, so reads may come
 * from several threads.
 */
final class GitTreeSnapshot {
  /** Small files that hold rules; a larger one is not read for them. */
  private static final long RULES_BYTES_MAX = 1 << 20;

  /** A commit object; a longer message is no message. */
  private static final int COMMIT_BYTES_MAX = 16 << 20;

  /**
   * A commit in an object database.
   *
   * @param objects the database; the caller closes it when opening fails, otherwise {@code onClose}
   * @param name short name for people
   * @param address the https address without credentials
   * @param subPath for {@link SnapshotId}; the rules of the selection apply it
   * @param links to the host at this commit
   * @param listed its tree where somebody has read it already
   * @param missingBlob why content is missing: {@code TOO_LARGE} after a fetch that left large
   *     files behind, otherwise {@code UNREADABLE}
   * @param onClose runs once when the snapshot is closed
   */
  record Commit(
      ObjectDatabase objects,
      ObjectId commit,
      String name,
      Optional<String> address,
      String subPath,
      Optional<HostLinks> links,
      Optional<Listed> listed,
      SkipReason missingBlob,
      Runnable onClose) {}

  /** The tree of a commit with all that is below it. */
  record Listed(ObjectId root, GitTrees.Tree tree) {}

  /** A regular file as the tree names it. */
  record Blob(String path, ObjectId id) {}

  private final Commit commit;
  private final SourceLimits limits;

  private GitTreeSnapshot(Commit commit, SourceLimits limits) {
    this.commit = commit;
    this.limits = limits;
  }

  /**
   * Lists the commit's files and selects among them.
   *
   * @throws SourceException of kind {@code LIMIT}, {@code CORRUPT}, {@code EMPTY} or, for a
   *     sub-path that is not there, {@code NOT_FOUND}
   */
  static Snapshot open(
      Commit commit, TreeSelectionFactory rules, ContentReader content, SourceLimits limits) {
    return new GitTreeSnapshot(commit, limits).open(rules, content);
  }

  private Snapshot open(TreeSelectionFactory rules, ContentReader content) {
    FileCollector collector = new FileCollector(limits);
    try (ObjectReader reader = commit.objects().newReader()) {
      Listed listed = commit.listed().orElseGet(() -> list(reader, commit.commit(), limits));
      GitTrees.Tree tree = listed.tree();
      List<Blob> blobs = blobsOf(tree, collector);
      TreeSelection selection = rules.over(new Files(blobs, commit.objects()));
      for (Blob blob : blobs) {
        select(blob, selection, reader, collector);
      }
      SnapshotId id =
          new SnapshotId(
              commit.name(),
              commit.address(),
              Optional.of(commit.commit().name()),
              shownTree(tree, listed.root()).name(),
              commit.subPath(),
              false);
      PooledReaders readers = new PooledReaders(commit.objects(), limits.blobBytesMax());
      SelectedFiles.RawContent raw = file -> readers.bytes(ObjectId.fromString(file.blobId()));
      SortedMap<String, ObjectId> pictures = collector.pictures();
      SelectedFiles.RawPictures images =
          path -> Optional.ofNullable(pictures.get(path)).flatMap(readers::bytes);
      Runnable onClose =
          () -> {
            readers.close();
            commit.onClose().run();
          };
      return new SelectedFiles(
          new SelectedFiles.Origin(id, commit.links(), selection, raw, images, onClose),
          collector,
          content);
    }
  }

  /** Reads the tree of a commit. */
  static Listed list(ObjectReader reader, ObjectId commit, SourceLimits limits) {
    ObjectId root = treeOf(reader, commit);
    return new Listed(root, new GitTrees(reader, limits).read(root));
  }

  private static ObjectId treeOf(ObjectReader reader, ObjectId commit) {
    try {
      byte[] raw = reader.open(commit, Constants.OBJ_COMMIT).getCachedBytes(COMMIT_BYTES_MAX);
      return RevCommit.parse(raw).getTree().getId();
    } catch (IOException
        | LargeObjectException
        | IllegalArgumentException
        | IndexOutOfBoundsException e) {
      throw new SourceException(
          SourceException.Kind.CORRUPT,
          ("Commit %s cannot be read. If the repository borrows objects of another one, as git clone"
                  + " --shared makes it, run git repack -a -d in it; else check it with git fsck, or"
                  + " fetch it again.")
              .formatted(commit.name()),
          e);
    }
  }

  /** Regular files sorted by path; everything else is counted. */
  static List<Blob> blobsOf(GitTrees.Tree tree, FileCollector collector) {
    SortedMap<String, Blob> blobs = new TreeMap<>();
    collect(tree, "", blobs, collector);
    return new ArrayList<>(blobs.values());
  }

  private static void collect(
      GitTrees.Tree tree, String prefix, SortedMap<String, Blob> blobs, FileCollector collector) {
    for (GitTrees.Entry entry : tree.entries()) {
      if (entry.name().isEmpty()) {
        countUnsafe(entry, collector);
        continue;
      }
      String path = prefix + entry.name().get();
      switch (entry.type()) {
        case FileMode.TYPE_TREE ->
            collect(entry.tree().orElseThrow(), path + "/", blobs, collector);
        case FileMode.TYPE_SYMLINK -> collector.skip(SkipReason.LINK);
        case FileMode.TYPE_GITLINK -> collector.skip(SkipReason.SUBMODULE);
        case FileMode.TYPE_FILE -> {
          // Two entries of one name cannot come from git; the first is shown, as git would.
          if (blobs.putIfAbsent(path, new Blob(path, entry.id())) != null) {
            collector.skip(SkipReason.UNSAFE_NAME);
          }
        }
        default -> collector.skip(SkipReason.UNREADABLE);
      }
    }
  }

  private static void countUnsafe(GitTrees.Entry entry, FileCollector collector) {
    if (entry.tree().isEmpty()) {
      collector.skip(SkipReason.UNSAFE_NAME);
      return;
    }
    for (GitTrees.Entry below : entry.tree().get().entries()) {
      countUnsafe(below, collector);
    }
  }

  private void select(
      Blob blob, TreeSelection selection, ObjectReader reader, FileCollector collector) {
    // A name alone decides most often; asking for the size costs a read of the object's header.
    Optional<SkipReason> byName = selection.judge(blob.path(), 1);
    if (byName.isPresent()) {
      collector.skip(byName.get(), blob.path(), blob.id());
      return;
    }
    long byteCount;
    try {
      byteCount = reader.getObjectSize(blob.id(), Constants.OBJ_BLOB);
    } catch (MissingObjectException e) {
      collector.skip(commit.missingBlob());
      return;
    } catch (IOException e) {
      collector.skip(SkipReason.UNREADABLE);
      return;
    }
    Optional<SkipReason> reason = selection.judge(blob.path(), byteCount);
    if (reason.isPresent()) {
      collector.skip(reason.get());
    } else {
      collector.keep(new SourceFile(blob.path(), blob.id().name(), byteCount));
    }
  }

  private ObjectId shownTree(GitTrees.Tree root, ObjectId rootId) {
    GitTrees.Tree tree = root;
    ObjectId id = rootId;
    for (String part : commit.subPath().isEmpty() ? List.<String>of() : parts(commit.subPath())) {
      Optional<GitTrees.Entry> next =
          tree.entries().stream()
              .filter(entry -> entry.tree().isPresent() && entry.name().equals(Optional.of(part)))
              .findFirst();
      if (next.isEmpty()) {
        return id;
      }
      tree = next.get().tree().orElseThrow();
      id = next.get().id();
    }
    return id;
  }

  private static List<String> parts(String path) {
    return List.of(path.split("/"));
  }

  /** What the selection may look at. */
  private record Files(List<Blob> blobs, ObjectDatabase objects) implements TreeFiles {
    @Override
    public List<String> paths() {
      return blobs.stream().map(Blob::path).toList();
    }

    @Override
    public Optional<byte[]> bytes(String path) {
      int at =
          Collections.binarySearch(
              blobs, new Blob(path, ObjectId.zeroId()), (a, b) -> a.path().compareTo(b.path()));
      return at < 0
          ? Optional.empty()
          : PooledReaders.bytes(objects, blobs.get(at).id(), RULES_BYTES_MAX);
    }
  }
}
