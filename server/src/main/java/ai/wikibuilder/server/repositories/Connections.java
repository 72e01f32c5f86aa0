package ai.wikibuilder.server.repositories;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Asks git hosts whether they would give a repository away. Threads may share it. */
public final class Connections {
  /** A person waits for the answer. */
  private static final Duration TIME_MAX = Duration.ofSeconds(20);

  private final SnapshotSource source;

  /**
   * @param aside where git may keep what it needs for a question; made when it is missing
   */
  public Connections(OutboundGuard guard, EngineSettings engine, Path aside) {
    SourceLimits most = engine.limits();
    this.source =
        new SnapshotSource(
            guard,
            new SourceLimits(
                TIME_MAX,
                TIME_MAX,
                most.packBytesMax(),
                most.objectCountMax(),
                most.treeEntryCountMax(),
                most.treeDepthMax(),
                most.blobBytesMax(),
                most.textBytesMax()),
            aside);
  }

  /** What a git host said. */
  public sealed interface Answer {
    /**
     * It would give the repository away.
     *
     * @param commit what its default branch, or the one that was asked for, is at
     */
    record Reached(String commit) implements Answer {}

    /** It would not, or is not there. */
    record Refused(SourceException.Kind kind) implements Answer {}
  }

  /**
   * Asks for one repository.
   *
   * @param token for its host alone
   */
  public Answer ask(RepositoryAddress address, Optional<String> token) {
    try {
      return new Answer.Reached(
          source.find(new SourceRequest.Origin.Remote(address.url(), token), Optional.empty()));
    } catch (SourceException e) {
      return new Answer.Refused(e.kind());
    }
  }
}
