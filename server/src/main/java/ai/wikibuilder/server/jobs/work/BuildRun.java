package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.Stage;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.jobs.Additions;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.leases.RepositoryLock;
import ai.wikibuilder.server.jobs.writing.AuthorAtWork;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.storage.GenerationId;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.StorageException;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * One build from its turn to its end: the engine writes into the repository's working folder, the
 * result is kept in the store, one update shows it. Threads may share it.
 */
final class BuildRun {
  private final Repositories repositories;
  private final GenerationStore store;
  private final EngineSettings engine;
  private final OutboundGuard guard;
  private final GitCredentials credentials;
  private final List<Additions> additions;
  private final Watch.Ground ground;
  private final Authors authors;

  /** What a build stands on. */
  record Parts(
      Repositories repositories,
      GenerationStore store,
      EngineSettings engine,
      OutboundGuard guard,
      GitCredentials credentials,
      List<Additions> additions,
      HeldBuilds builds,
      RepositoryLock lock) {}

  BuildRun(Parts parts, Authors authors) {
    this.repositories = parts.repositories();
    this.store = parts.store();
    this.engine = parts.engine();
    this.guard = parts.guard();
    this.credentials = parts.credentials();
    this.additions = List.copyOf(parts.additions());
    this.ground = new Watch.Ground(parts.builds(), parts.lock());
    this.authors = authors;
  }

  /** What became of it. */
  sealed interface Outcome {
    /** It is over, and rows say so. */
    record Ended(BuildState state) implements Outcome {}

    /** It went no further, and its row is as it was. */
    record Stopped(Watch.Stop reason) implements Outcome {}
  }

  /**
   * Runs it on the caller's thread, which is interrupted when it is to stop.
   *
   * @throws RuntimeException when it failed; nothing is shown then that was not shown before
   */
  Outcome run(Turn turn, Watch.Lease lease, Steps steps) {
    Optional<Repository> repository = repository(turn);
    if (repository.isEmpty()) {
      return new Outcome.Stopped(Watch.Stop.LOST);
    }
    BuildReport report;
    try (AuthorAtWork author = authors.of(turn.build())) {
      Progress progress = new Progress(author.spent(), this::shown, reading(steps));
      Optional<BuildReport> built;
      try (Watch watch = new Watch(turn, progress, ground, lease)) {
        steps.reached(Step.STARTED);
        built = watched(watch, () -> build(turn, repository.get(), author, progress));
        if (built.isEmpty()) {
          return new Outcome.Stopped(watch.end().orElseThrow());
        }
      }
      HeldBuilds.Answer _ = ground.builds().report(turn, progress.report());
      report = built.get();
    }
    steps.reached(Step.BUILT);
    return publish(turn, report, steps);
  }

  /** The report; empty when the watch has stopped this thread. Afterwards it never does. */
  private static Optional<BuildReport> watched(Watch watch, Supplier<BuildReport> build) {
    try {
      BuildReport report = build.get();
      return watch.end().isPresent() ? Optional.empty() : Optional.of(report);
    } catch (RuntimeException e) {
      if (watch.end().isPresent()) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private Optional<Repository> repository(Turn turn) {
    try {
      return Optional.of(repositories.find(turn.hold().tenant(), turn.hold().repository()));
    } catch (TenantException e) {
      return Optional.empty(); // deleted since the turn was taken
    }
  }

  private static Consumer<Stage> reading(Steps steps) {
    return stage -> {
      if (stage == Stage.GRAPH) {
        steps.reached(Step.READING);
      }
    };
  }

  private BuildReport build(
      Turn turn, Repository repository, AuthorAtWork author, Progress progress) {
    TenantId tenant = turn.hold().tenant();
    RepositoryId id = turn.hold().repository();
    SourceLimits limits = limits(tenant);
    SnapshotSource source = new SnapshotSource(guard, limits, store.folders().clones(tenant, id));
    Build build = turn.build();
    SourceRequest wanted =
        new SourceRequest(
            new SourceRequest.Origin.Remote(repository.address().url(), token(build, repository)),
            build.wish().ref(),
            build.wish().subPath(),
            List.of(),
            List.of());
    Path output = store.folders().work(tenant, id);
    boolean added = isAdded(tenant, id, output);
    boolean again = added || build.wish().retriedPage().isPresent();
    return new WikiBuild(source, engine.build())
        .keeping(author.texts())
        .build(new BuildRequest(wanted, output, false, false, again, author.author()), progress);
  }

  /** Puts what people added where the engine finds it; whether there is anything new. */
  private boolean isAdded(TenantId tenant, RepositoryId id, Path output) {
    Path beside = ai.wikibuilder.generations.GenerationStore.forWriting(output).folder();
    boolean added = false;
    for (Additions one : additions) {
      boolean isNew = one.putInto(tenant, id, beside);
      added = added || isNew;
    }
    return added;
  }

  /** That of whoever asked, for the host of the repository alone. */
  private Optional<String> token(Build build, Repository repository) {
    return build
        .by()
        .flatMap(user ->
            GitHost.parse(repository.address().host())
                .flatMap(host -> credentials.tokenFor(build.tenant(), user, host)));
  }

  /** The installation's limits, or the plan's where they are lower. */
  private SourceLimits limits(TenantId tenant) {
    SourceLimits most = engine.limits();
    long bytes = repositories.plan(tenant).repositoryBytes();
    return new SourceLimits(
        most.fetchTimeMax(),
        most.silenceMax(),
        Math.min(most.packBytesMax(), bytes),
        most.objectCountMax(),
        most.treeEntryCountMax(),
        most.treeDepthMax(),
        most.blobBytesMax(),
        Math.min(most.textBytesMax(), bytes));
  }

  private Outcome publish(Turn turn, BuildReport report, Steps steps) {
    StoredAt at =
        new StoredAt(turn.hold().tenant(), turn.hold().repository(), GenerationId.random());
    try (Generation generation = store.built(at.tenant(), at.repository())) {
      BuildState state =
          report.writing().state() == ProseResult.State.CAPPED
              ? BuildState.CAPPED
              : BuildState.DONE;
      Optional<HeldBuilds.Current> same = shownAlready(turn, generation.digest());
      if (same.isPresent()) {
        boolean ended =
            ground.builds().end(turn, HeldBuilds.Ending.with(state, same.get().generation()));
        return ended ? new Outcome.Ended(state) : new Outcome.Stopped(Watch.Stop.LOST);
      }
      store.keep(at, generation);
      steps.reached(Step.STORED);
      Made made =
          new Made(
              at.generation(),
              generation.digest(),
              report.snapshot().commit().orElse(""),
              report.pageCount(),
              generation.byteCount(),
              state);
      if (!ground.builds().publish(turn, made)) {
        store.discard(at);
        return new Outcome.Stopped(Watch.Stop.LOST);
      }
      steps.reached(Step.PUBLISHED);
      return new Outcome.Ended(state);
    }
  }

  /** What readers see, when it is this very result and whole. */
  private Optional<HeldBuilds.Current> shownAlready(Turn turn, String digest) {
    Optional<HeldBuilds.Current> current =
        ground.builds().current(turn).filter(shown -> shown.digest().equals(digest));
    try {
      current.ifPresent(shown ->
          store.verify(
              new StoredAt(
                  turn.hold().tenant(),
                  turn.hold().repository(),
                  new GenerationId(shown.generation()))));
      return current;
    } catch (StorageException e) {
      return Optional.empty(); // kept and shown anew
    }
  }

  private String shown(String sentence) {
    return sentence.replace(store.folders().root().toString(), "storage");
  }
}
