package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.source.FetchProgress;
import ai.wikibuilder.source.SkipReason;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.fetch.FetchException;
import ai.wikibuilder.source.fetch.FetchLimits;
import ai.wikibuilder.source.fetch.FetchRequest;
import ai.wikibuilder.source.fetch.FetchedCommit;
import ai.wikibuilder.source.fetch.RemoteRepositories;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.lib.Repository;

/** Opens snapshots of repositories at git hosts. May be shared by threads. */
final class RemoteSnapshots {
  private final SourceLimits limits;
  private final RemoteRepositories repositories;

  RemoteSnapshots(OutboundGuard guard, SourceLimits limits, Path clonesFolder) {
    this.limits = limits;
    this.repositories =
        new RemoteRepositories(
            guard,
            new FetchLimits(
                limits.fetchTimeMax(),
                limits.silenceMax(),
                limits.packBytesMax(),
                limits.objectCountMax(),
                limits.blobBytesMax()),
            clonesFolder);
  }

  /** What to fetch, and how to read it. */
  record Wanted(
      SourceRequest request,
      SourceRequest.Origin.Remote origin,
      TreeSelectionFactory rules,
      ContentReader content) {}

  /** Fetches and opens; what an earlier fetch left damaged is thrown away and fetched once more. */
  Snapshot open(Wanted wanted, FetchProgress progress) {
    FetchRequest fetch =
        new FetchRequest(
            wanted.origin().address(), wanted.origin().token(), wanted.request().ref(), false);
    try {
      return snapshot(fetch(fetch, progress), wanted, progress);
    } catch (SourceException e) {
      if (e.kind() != SourceException.Kind.CORRUPT) {
        throw e;
      }
      return snapshot(fetch(fetch.again(), progress), wanted, progress);
    }
  }

  /** Which commit is meant; see {@link SnapshotSource#find}. */
  String find(SourceRequest.Origin.Remote origin, Optional<String> ref) {
    try {
      return repositories.find(new FetchRequest(origin.address(), origin.token(), ref, false));
    } catch (FetchException e) {
      throw new SourceException(kind(e.kind()), String.valueOf(e.getMessage()), e);
    }
  }

  private FetchedCommit fetch(FetchRequest request, FetchProgress progress) {
    try {
      return repositories.fetch(request, progress::received);
    } catch (FetchException e) {
      throw new SourceException(kind(e.kind()), String.valueOf(e.getMessage()), e);
    }
  }

  private Snapshot snapshot(FetchedCommit fetched, Wanted wanted, FetchProgress progress) {
    progress.found(fetched.commit().name());
    Repository repository = fetched.repository();
    GitTreeSnapshot.Commit commit =
        new GitTreeSnapshot.Commit(
            repository.getObjectDatabase(),
            fetched.commit(),
            name(fetched.address()),
            Optional.of(fetched.address()),
            wanted.request().subPath(),
            HostForms.of(fetched.address(), fetched.commit().name()),
            Optional.empty(),
            fetched.largeFilesLeft() ? SkipReason.TOO_LARGE : SkipReason.UNREADABLE,
            repository::close);
    try {
      return GitTreeSnapshot.open(commit, wanted.rules(), wanted.content(), limits);
    } catch (RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static String name(String address) {
    String last = address.substring(address.lastIndexOf('/') + 1).replaceFirst("\\.git$", "");
    return last.isEmpty() ? "repository" : last;
  }

  private static SourceException.Kind kind(FetchException.Kind kind) {
    return switch (kind) {
      case REFUSED -> SourceException.Kind.REFUSED;
      case UNREACHABLE -> SourceException.Kind.UNREACHABLE;
      case UNAUTHORIZED -> SourceException.Kind.UNAUTHORIZED;
      case NOT_FOUND -> SourceException.Kind.NOT_FOUND;
      case EMPTY -> SourceException.Kind.EMPTY;
      case LIMIT -> SourceException.Kind.LIMIT;
      case CORRUPT -> SourceException.Kind.CORRUPT;
      case STORAGE -> SourceException.Kind.STORAGE;
    };
  }
}
