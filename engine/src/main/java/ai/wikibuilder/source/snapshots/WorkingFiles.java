package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SnapshotId;
import ai.wikibuilder.source.SourceFile;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.local.BlobIds;
import ai.wikibuilder.source.local.FolderFiles;
import ai.wikibuilder.source.local.FolderWalk;
import ai.wikibuilder.source.local.PooledReaders;
import ai.wikibuilder.source.local.TrackedFiles;
import ai.wikibuilder.source.patterns.SafeNames;
import ai.wikibuilder.source.pictures.PictureReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Gathers the files of a folder as they are now and makes them a snapshot. What has not changed
 * since it was committed is read from the objects, the rest from disk. For one thread.
 */
final class WorkingFiles implements TreeFiles {
  /** Small files that hold rules; a larger one is not read for them. */
  private static final long RULES_BYTES_MAX = 1 << 20;

  /** Images of a folder that are looked at; what shows more is an album. */
  private static final int PICTURE_COUNT_MAX = 500;

  /**
   * How the snapshot is shown.
   *
   * @param subPath as the selection applies it
   */
  record Shown(String name, Optional<String> address, Optional<String> commit, String subPath) {}

  /**
   * A regular file.
   *
   * @param id of its content; zero while not known
   */
  private record Working(String path, ObjectId id, boolean onDisk, long byteCount) {}

  private final FolderFiles disk;
  private final Optional<ObjectDatabase> objects;
  private final Optional<PooledReaders> readers;
  private final SourceLimits limits;
  private final FileCollector collector;
  private final Map<String, Working> files = new TreeMap<>();

  WorkingFiles(
      FolderFiles disk,
      Optional<ObjectDatabase> objects,
      SourceLimits limits,
      FileCollector collector) {
    this.disk = disk;
    this.objects = objects;
    this.readers = objects.map(found -> new PooledReaders(found, limits.blobBytesMax()));
    this.limits = limits;
    this.collector = collector;
  }

  /** Adds a tracked file; a deleted one is gone, without being counted. */
  void add(TrackedFiles.Tracked file) {
    switch (file.kind()) {
      case FILE -> {
        if (List.of(file.path().split("/")).stream().allMatch(SafeNames::isSafe)) {
          long byteCount = file.onDisk() ? disk.status(file.path()).byteCount() : -1;
          files.put(file.path(), new Working(file.path(), file.id(), file.onDisk(), byteCount));
        }
      }
      case LINK -> collector.skip(SkipReason.LINK);
      case OTHER, FOLDER, UNNAMEABLE -> collector.skip(SkipReason.UNREADABLE);
      case MISSING -> {}
    }
  }

  /** Adds every file of a folder without git. */
  void addAllBelow(Optional<Path> exceptFolder) {
    FolderWalk.Limits bounds =
        new FolderWalk.Limits(limits.treeEntryCountMax(), limits.treeDepthMax());
    new FolderWalk(disk, exceptFolder, bounds, new Adding()).walk();
  }

  private final class Adding implements FolderWalk.Visitor {
    @Override
    public void file(String path, long byteCount) {
      files.put(path, new Working(path, ObjectId.zeroId(), true, byteCount));
    }

    @Override
    public void leftOut(String path, FolderWalk.Cause cause) {
      collector.skip(SkipReason.valueOf(cause.name()));
    }

    @Override
    public boolean accepts(String name) {
      return SafeNames.isSafe(name);
    }
  }

  @Override
  public List<String> paths() {
    return List.copyOf(files.keySet());
  }

  @Override
  public Optional<byte[]> bytes(String path) {
    Working file = files.get(path);
    if (file == null) {
      return Optional.empty();
    }
    return file.onDisk()
        ? disk.bytes(path, RULES_BYTES_MAX)
        : objects.flatMap(found -> PooledReaders.bytes(found, file.id(), RULES_BYTES_MAX));
  }

  /** Selects among the files and hashes those whose id is not known. */
  Snapshot open(Shown shown, TreeSelectionFactory rules, ContentReader content) {
    TreeSelection selection = rules.over(this);
    Set<String> onDisk = new HashSet<>();
    for (Working file : hashed(selected(selection))) {
      if (file.id().equals(ObjectId.zeroId())) {
        collector.skip(SkipReason.UNREADABLE);
        continue;
      }
      if (file.onDisk()) {
        onDisk.add(file.path());
      }
      collector.keep(new SourceFile(file.path(), file.id().name(), file.byteCount()));
    }
    List<Working> pictures = hashed(pictures());
    SnapshotId id =
        new SnapshotId(
            shown.name(),
            shown.address(),
            shown.commit(),
            TreeIds.of(all(collector.files(), pictures)).name(),
            shown.subPath(),
            objects.isPresent());
    SelectedFiles.RawContent raw = file -> read(file, onDisk.contains(file.path()));
    return new SelectedFiles(
        new SelectedFiles.Origin(
            id, Optional.empty(), selection, raw, picturesOf(pictures), this::close),
        collector,
        content);
  }

  /** The images that can be shown; so many are part of what the folder is. */
  private List<Working> pictures() {
    return collector.pictures().keySet().stream()
        .map(path -> Objects.requireNonNull(files.get(path)))
        .filter(file -> !file.onDisk() || file.byteCount() <= PictureReader.BYTES_MAX)
        .limit(PICTURE_COUNT_MAX)
        .toList();
  }

  /** What was selected and the images, sorted by path. */
  private static List<SourceFile> all(List<SourceFile> selected, List<Working> pictures) {
    List<SourceFile> all = new ArrayList<>(selected);
    for (Working file : pictures) {
      if (!file.id().equals(ObjectId.zeroId())) {
        all.add(new SourceFile(file.path(), file.id().name(), Math.max(0, file.byteCount())));
      }
    }
    all.sort(Comparator.comparing(SourceFile::path));
    return all;
  }

  private SelectedFiles.RawPictures picturesOf(List<Working> pictures) {
    Map<String, Working> known = new TreeMap<>();
    pictures.forEach(file -> known.put(file.path(), file));
    return path ->
        Optional.ofNullable(known.get(path))
            .flatMap(file ->
                read(new SourceFile(path, file.id().name(), file.byteCount()), file.onDisk()));
  }

  private List<Working> selected(TreeSelection selection) {
    List<Working> selected = new ArrayList<>();
    for (Working file : files.values()) {
      Optional<SkipReason> byName = selection.judge(file.path(), 1);
      Optional<Long> byteCount =
          byName.isPresent() || file.onDisk() ? Optional.of(file.byteCount()) : sizeOf(file.id());
      if (byteCount.isEmpty()) {
        collector.skip(SkipReason.UNREADABLE);
        continue;
      }
      Optional<SkipReason> reason = byName.or(() -> selection.judge(file.path(), byteCount.get()));
      if (reason.isPresent()) {
        collector.skip(reason.get(), file.path(), file.id());
      } else {
        selected.add(new Working(file.path(), file.id(), file.onDisk(), byteCount.get()));
      }
    }
    return selected;
  }

  /** The files with their ids, in the same order; a file that cannot be read keeps the zero id. */
  private List<Working> hashed(List<Working> selected) {
    List<Future<Working>> tasks = new ArrayList<>(selected.size());
    try (ExecutorService pool =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      for (Working file : selected) {
        boolean known = !file.onDisk() || !file.id().equals(ObjectId.zeroId());
        tasks.add(
            known ? CompletableFuture.completedFuture(file) : pool.submit(() -> hashed(file)));
      }
      List<Working> hashed = new ArrayList<>(selected.size());
      for (Future<Working> task : tasks) {
        hashed.add(task.get());
      }
      return hashed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new CompletionException(e.getCause());
    }
  }

  private Working hashed(Working file) {
    ObjectId id =
        disk.bytes(file.path(), limits.blobBytesMax()).map(BlobIds::of).orElse(ObjectId.zeroId());
    return new Working(file.path(), id, true, file.byteCount());
  }

  private Optional<Long> sizeOf(ObjectId id) {
    try (ObjectReader reader = objects.orElseThrow().newReader()) {
      return Optional.of(reader.getObjectSize(id, Constants.OBJ_BLOB));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** A file that is no longer what was hashed would break every line number, so it is not given. */
  private Optional<byte[]> read(SourceFile file, boolean fromDisk) {
    ObjectId id = ObjectId.fromString(file.blobId());
    if (!fromDisk) {
      return readers.flatMap(found -> found.bytes(id));
    }
    return disk.bytes(file.path(), limits.blobBytesMax())
        .filter(bytes -> BlobIds.of(bytes).equals(id));
  }

  private void close() {
    readers.ifPresent(PooledReaders::close);
    objects.ifPresent(ObjectDatabase::close);
  }
}
