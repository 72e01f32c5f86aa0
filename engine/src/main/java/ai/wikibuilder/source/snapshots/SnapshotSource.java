package ai.wikibuilder.source.snapshots;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.source.FetchProgress;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import java.nio.file.Path;
import java.util.Optional;

/** Opens repositories at git hosts and folders of this machine. May be shared by threads. */
public final class SnapshotSource {
  private final SourceLimits limits;
  private final ContentReader content;
  private final RemoteSnapshots remote;
  private final FolderSnapshots folders;

  /**
   * A source behind a guard.
   *
   * @param clonesFolder keeps what is fetched, so that the next fetch brings only what is new; made
   *     when it is needed
   */
  public SnapshotSource(OutboundGuard guard, SourceLimits limits, Path clonesFolder) {
    this.limits = limits;
    this.content = new TextReading();
    this.remote = new RemoteSnapshots(guard, limits, clonesFolder);
    this.folders = new FolderSnapshots(content);
  }

  /**
   * Finds the commit asked for, fetches it if need be, and selects its files. A local folder is
   * trusted with being named: callers never take one from a request over the network.
   *
   * @param progress hears of a fetch, and of the commit that was found
   * @throws SourceException of any kind; nothing of a failed fetch is left on disk
   */
  public Snapshot open(SourceRequest request, FetchProgress progress) {
    return switch (request.origin()) {
      case SourceRequest.Origin.Remote origin ->
          remote.open(
              new RemoteSnapshots.Wanted(request, origin, new Selection(request, limits), content),
              progress);
      case SourceRequest.Origin.Folder folder -> folders.open(request, limits, progress);
    };
  }

  /**
   * Asks a git host whether it would give a repository away, and which commit a name means there.
   * Nothing is fetched.
   *
   * @param ref branch, tag or full commit id; the default branch when empty
   * @return id of the commit, or of the tag that names it
   * @throws SourceException of any kind but LIMIT and EMPTY
   */
  public String find(SourceRequest.Origin.Remote origin, Optional<String> ref) {
    return remote.find(origin, ref);
  }

  @Override
  public String toString() {
    return "snapshots with " + limits;
  }
}
