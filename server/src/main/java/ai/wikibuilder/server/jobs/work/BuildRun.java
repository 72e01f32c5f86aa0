package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.jobs.Additions;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.leases.Hold;
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
import ai.wikibuilder.source.SourceException;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
  private final HeldBuilds builds;
  private final SharedBuilds sharing;
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
      SharedBuilds sharing) {}

  BuildRun(Parts parts, Authors authors) {
    this.repositories = parts.repositories();
    this.store = parts.store();
    this.engine = parts.engine();
    this.guard = parts.guard();
    this.credentials = parts.credentials();
    this.additions = List.copyOf(parts.additions());
    this.builds = parts.builds();
    this.sharing = parts.sharing();
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
    Optional<String> token = token(turn.build(), repository.get());
    boolean isOnlyTheirs = token.isPresent() || isAnythingAdded(turn.hold());
    return switch (sharing.find(turn, repository.get(), isOnlyTheirs)) {
      case SharedBuilds.Ground.Own _ -> run(new Task(turn, repository.get(), token), lease, steps);
      case SharedBuilds.Ground.Busy _ -> new Outcome.Stopped(Watch.Stop.BEHIND);
      case SharedBuilds.Ground.Shared(Hold hold) ->
          shared(new Task(turn.sharing(hold), repository.get(), token), lease, steps);
    };
  }

  /** What people of the tenant added is in no wiki of others, so theirs is built for them alone. */
  private boolean isAnythingAdded(Hold hold) {
    return additions.stream().anyMatch(one -> one.isAny(hold.tenant(), hold.repository()));
  }

  /** Not released in a finally block, as in {@link Worker}. */
  private Outcome shared(Task task, Watch.Lease lease, Steps steps) {
    Hold hold = task.turn().ground();
    Outcome outcome;
    try {
      outcome = run(task, lease, steps);
    } catch (RuntimeException e) {
      hold.close();
      throw e;
    }
    hold.close();
    return outcome;
  }

  /**
   * What is to be done.
   *
   * @param token for the host of the repository alone
   */
  private record Task(Turn turn, Repository repository, Optional<String> token) {}

  private Outcome run(Task task, Watch.Lease lease, Steps steps) {
    Turn turn = task.turn();
    BuildReport report;
    try (AuthorAtWork author = authors.of(turn.build(), turn.shared().isPresent())) {
      Progress progress =
          new Progress(author.spent(), this::shown, stage -> steps.reached(Step.of(stage)));
      Optional<BuildReport> built;
      try (Watch watch = new Watch(turn, progress, builds, lease)) {
        steps.reached(Step.STARTED);
        built = watched(watch, () -> build(task, author, progress));
        if (built.isEmpty()) {
          return new Outcome.Stopped(watch.end().orElseThrow());
        }
      }
      report = built.get();
      if (report.vectors().state() != VectorOutcome.State.DONE) {
        progress.noted("not all chunks have vectors: " + report.vectors().note());
      }
      HeldBuilds.Answer _ = builds.report(turn, progress.report());
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

  private BuildReport build(Task task, AuthorAtWork author, Progress progress) {
    Hold ground = task.turn().ground();
    BuildWish wish = task.turn().build().wish();
    SourceLimits limits = limits(task.turn().hold().tenant());
    Path clones = store.folders().clones(ground.tenant(), ground.repository());
    SourceRequest wanted =
        new SourceRequest(
            new SourceRequest.Origin.Remote(task.repository().address().url(), task.token()),
            wish.ref(),
            wish.subPath(),
            List.of(),
            List.of());
    Path output = store.folders().work(ground.tenant(), ground.repository());
    boolean shared = task.turn().shared().isPresent();
    boolean added = !shared && isAdded(ground.tenant(), ground.repository(), output);
    boolean again = added || wish.retriedPage().isPresent();
    WrittenTexts texts = shared ? WrittenTexts.none() : author.texts();
    BuildReport report =
        new WikiBuild(new SnapshotSource(guard, limits, clones), engine.build())
            .keeping(texts)
            .embedding(author.vectors())
            .build(
                new BuildRequest(wanted, output, false, wish.fewerPages(), again, author.author()),
                progress);
    if (report.byteCount() > limits.textBytesMax()) {
      throw new SourceException( // built for a tenant whose plan allows more
          SourceException.Kind.LIMIT, "the repository is larger than the plan allows");
    }
    return report;
  }

  /**
   * Puts what people of the tenant added where the engine finds it, never into what all share;
   * whether there is anything new.
   */
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
        new StoredAt(turn.ground().tenant(), turn.ground().repository(), GenerationId.random());
    try (Generation generation = store.built(at.tenant(), at.repository())) {
      BuildState state =
          report.writing().state() == ProseResult.State.CAPPED
              ? BuildState.CAPPED
              : BuildState.DONE;
      Optional<HeldBuilds.Current> same = shownAlready(turn, generation.digest());
      if (same.isPresent()) {
        return again(turn, same.get(), state);
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
      if (!isPublished(turn, made)) {
        return new Outcome.Stopped(Watch.Stop.LOST);
      }
      steps.reached(Step.PUBLISHED);
      return new Outcome.Ended(state);
    }
  }

  /** What is there already is the result once more, or what all share is this tenant's too. */
  private Outcome again(Turn turn, HeldBuilds.Current same, BuildState state) {
    boolean ended =
        turn.shared().isPresent()
            ? builds.adopt(turn, same.generation(), state)
            : builds.end(turn, HeldBuilds.Ending.with(state, same.generation()));
    return ended ? new Outcome.Ended(state) : new Outcome.Stopped(Watch.Stop.LOST);
  }

  /** Takes away what lost the race; what all share stays, whatever became of this build. */
  private boolean isPublished(Turn turn, Made made) {
    Hold ground = turn.ground();
    boolean shown =
        turn.shared().isPresent() ? sharing.publish(ground, made) : builds.publish(turn, made);
    if (!shown) {
      store.discard(new StoredAt(ground.tenant(), ground.repository(), made.id()));
      return false;
    }
    return turn.shared().isEmpty() || builds.adopt(turn, made.id().value(), made.state());
  }

  /** What readers see, when it is this very result and whole. */
  private Optional<HeldBuilds.Current> shownAlready(Turn turn, String digest) {
    Optional<HeldBuilds.Current> current =
        builds.current(turn).filter(shown -> shown.digest().equals(digest));
    try {
      current.ifPresent(shown ->
          store.verify(
              new StoredAt(
                  turn.ground().tenant(),
                  turn.ground().repository(),
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
