package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.source.FetchProgress;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.git.IsolatedGit;
import ai.wikibuilder.source.local.FolderFiles;
import ai.wikibuilder.source.local.LocalRepository;
import ai.wikibuilder.source.local.LocalRepositoryException;
import ai.wikibuilder.source.local.TrackedFiles;
import ai.wikibuilder.source.patterns.PathPattern;
import ai.wikibuilder.source.patterns.SafeNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectDatabase;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;

/**
 * Opens snapshots of folders of this machine. Immutable, shared by threads.
 *
 * <p>A clean work tree, a bare repository or a named reference is the commit; a work tree with
 * changes is its tracked files as they are; without git it is every file. A part of a work tree is
 * a sub-path of its repository.
 */
final class FolderSnapshots {
  private final ContentReader content;

  FolderSnapshots(ContentReader content) {
    this.content = content;
    IsolatedGit.install();
  }

  /**
   * Opens the folder of a request.
   *
   * @throws SourceException of kind {@code NOT_FOUND} when there is no such folder, reference or
   *     sub-path, {@code REFUSED} for a repository that points outside of itself, {@code EMPTY},
   *     {@code LIMIT} or {@code CORRUPT}
   */
  Snapshot open(SourceRequest request, SourceLimits limits, FetchProgress progress) {
    if (!(request.origin() instanceof SourceRequest.Origin.Folder origin)) {
      throw new IllegalArgumentException("not a folder: " + request.origin());
    }
    try {
      Path folder = existing(origin.folder());
      Optional<Path> output = origin.output().flatMap(FolderSnapshots::realIfThere);
      if (output.equals(Optional.of(folder))) {
        throw new SourceException(
            SourceException.Kind.REFUSED,
            "%s is to be both source and output. Name another output.".formatted(folder));
      }
      Optional<LocalRepository> repository = LocalRepository.find(folder);
      return repository.isPresent()
          ? new Opening(folder, output, request, limits).git(repository.get(), progress)
          : new Opening(folder, output, request, limits).withoutGit();
    } catch (LocalRepositoryException e) {
      throw new SourceException(
          SourceException.Kind.valueOf(e.kind().name()), String.valueOf(e.getMessage()), e);
    }
  }

  private static Path existing(Path folder) {
    try {
      Path real = folder.toRealPath();
      if (Files.isDirectory(real)) {
        return real;
      }
    } catch (IOException e) {
      throw new SourceException(
          SourceException.Kind.NOT_FOUND, "There is no folder %s.".formatted(folder), e);
    }
    throw new SourceException(
        SourceException.Kind.NOT_FOUND,
        "%s is a file. Name the folder that holds it.".formatted(folder));
  }

  private static Optional<Path> realIfThere(Path folder) {
    try {
      return Optional.of(folder.toRealPath());
    } catch (IOException e) {
      return Optional.empty(); // The first run makes it later, so there is nothing to leave out.
    }
  }

  /** One call, with what it was given. */
  private final class Opening {
    private final Path folder;
    private final Optional<Path> output;
    private final SourceRequest request;
    private final SourceLimits limits;
    private final String name;

    Opening(Path folder, Optional<Path> output, SourceRequest request, SourceLimits limits) {
      this.folder = folder;
      this.output = output;
      this.request = request;
      this.limits = limits;
      this.name = nameOf(folder);
    }

    Snapshot git(LocalRepository repository, FetchProgress progress) {
      ObjectDatabase objects = repository.objects();
      try (ObjectReader reader = objects.newReader()) {
        Optional<ObjectId> commit =
            request.ref().isPresent()
                ? Optional.of(repository.resolve(request.ref().get(), reader))
                : repository.head();
        commit.map(ObjectId::name).ifPresent(progress::found);
        Optional<Snapshot> snapshot =
            repository.workTree().isEmpty() || request.ref().isPresent()
                ? commit.map(id -> atCommit(repository, objects, id, Optional.empty()))
                : workTree(repository, objects, commit);
        if (snapshot.isPresent()) {
          return snapshot.get();
        }
        if (repository.workTree().isEmpty()) {
          throw new SourceException(
              SourceException.Kind.EMPTY, "The repository %s has no commit yet.".formatted(folder));
        }
        objects.close();
        return withoutGit();
      } catch (RuntimeException e) {
        objects.close();
        throw e;
      }
    }

    private Snapshot atCommit(
        LocalRepository repository,
        ObjectDatabase objects,
        ObjectId commit,
        Optional<GitTreeSnapshot.Listed> listed) {
      SourceRequest inRepository = inRepository(repository);
      return GitTreeSnapshot.open(
          new GitTreeSnapshot.Commit(
              objects,
              commit,
              name,
              repository.originAddress(),
              Selection.normalized(inRepository.subPath()),
              Optional.empty(),
              listed,
              SkipReason.UNREADABLE,
              objects::close),
          new Selection(inRepository, limits),
          content,
          limits);
    }

    /** Empty when nothing in the folder is tracked: then git says nothing about it. */
    private Optional<Snapshot> workTree(
        LocalRepository repository, ObjectDatabase objects, Optional<ObjectId> commit) {
      try (ObjectReader reader = objects.newReader()) {
        Map<String, ObjectId> committed = new HashMap<>();
        FileCollector collector = new FileCollector(limits);
        Optional<GitTreeSnapshot.Listed> listed =
            commit.map(id -> GitTreeSnapshot.list(reader, id, limits));
        listed.ifPresent(one ->
            GitTreeSnapshot.blobsOf(one.tree(), collector)
                .forEach(blob -> committed.put(blob.path(), blob.id())));
        FolderFiles disk = new FolderFiles(repository.workTree().orElseThrow());
        List<TrackedFiles.Tracked> tracked = TrackedFiles.list(repository, disk, committed);
        String part = partOfWorkTree(repository);
        if (tracked.stream().noneMatch(file -> file.path().startsWith(part))) {
          return Optional.empty();
        }
        if (commit.isPresent() && isAsCommitted(tracked, committed)) {
          return Optional.of(atCommit(repository, objects, commit.get(), listed));
        }
        SourceRequest inRepository = inRepository(repository);
        WorkingFiles files = new WorkingFiles(disk, Optional.of(objects), limits, collector);
        tracked.forEach(files::add);
        WorkingFiles.Shown shown =
            new WorkingFiles.Shown(
                name,
                repository.originAddress(),
                commit.map(ObjectId::name),
                Selection.normalized(inRepository.subPath()));
        return Optional.of(files.open(shown, new Selection(inRepository, limits), content));
      } catch (IOException e) {
        throw new SourceException(
            SourceException.Kind.NOT_FOUND, "The work tree of %s is gone.".formatted(folder), e);
      }
    }

    private static boolean isAsCommitted(
        List<TrackedFiles.Tracked> tracked, Map<String, ObjectId> committed) {
      int same = 0;
      for (TrackedFiles.Tracked file : tracked) {
        if (file.kind() == FolderFiles.Kind.FILE && file.id().equals(committed.get(file.path()))) {
          same++;
        } else if (isSafe(file.path())) {
          return false;
        }
      }
      return same == committed.size();
    }

    Snapshot withoutGit() {
      if (request.ref().isPresent()) {
        throw new SourceException(
            SourceException.Kind.NOT_FOUND,
            "%s has no git, so it has no %s. Ask for it without a branch, tag or commit."
                .formatted(folder, request.ref().get()));
      }
      try {
        FileCollector collector = new FileCollector(limits);
        FolderFiles disk = new FolderFiles(folder);
        WorkingFiles files = new WorkingFiles(disk, Optional.empty(), limits, collector);
        files.addAllBelow(output);
        WorkingFiles.Shown shown =
            new WorkingFiles.Shown(
                name, Optional.empty(), Optional.empty(), Selection.normalized(request.subPath()));
        return files.open(shown, new Selection(request, limits), content);
      } catch (IOException e) {
        throw new SourceException(
            SourceException.Kind.NOT_FOUND, "The folder %s is gone.".formatted(folder), e);
      }
    }

    /** The request with paths from the root of the repository, and without the output folder. */
    private SourceRequest inRepository(LocalRepository repository) {
      String subPath =
          Selection.normalized(
              partOfWorkTree(repository) + Selection.normalized(request.subPath()));
      List<String> excludes = new ArrayList<>(request.excludes());
      repository
          .workTree()
          .filter(root -> output.isPresent() && output.get().startsWith(root))
          .filter(root -> !output.get().equals(root))
          .ifPresent(root -> excludes.add(PathPattern.quote(relative(root, output.orElseThrow()))));
      return new SourceRequest(
          request.origin(), request.ref(), subPath, request.includes(), excludes);
    }

    /** Path of the folder in its work tree with a slash after it, empty for all of it. */
    private String partOfWorkTree(LocalRepository repository) {
      return repository
          .workTree()
          .filter(root -> !root.equals(folder))
          .map(root -> relative(root, folder) + "/")
          .orElse("");
    }
  }

  /** Whether every part of a path may be used; other paths are not in a commit's list either. */
  private static boolean isSafe(String path) {
    return List.of(path.split("/")).stream().allMatch(SafeNames::isSafe);
  }

  private static String relative(Path root, Path below) {
    return root.relativize(below).toString().replace('\\', '/');
  }

  /** The folder's name; of a bare repository without {@code .git}. */
  private static String nameOf(Path folder) {
    Path last = folder.getFileName();
    if (last == null) {
      return "root";
    }
    String name = last.toString();
    if (name.equals(".git") && folder.getParent() != null) {
      return nameOf(folder.getParent());
    }
    return name.endsWith(".git") ? name.substring(0, name.length() - 4) : name;
  }
}
