package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.GitHost;
import ai.wikibuilder.server.GitHost.Served;
import ai.wikibuilder.server.ModelHost;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.JobSettings;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.jobs.writing.Authors;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.storage.GenerationStore;
import ai.wikibuilder.server.storage.Room;
import ai.wikibuilder.server.storage.StorageSettings;
import ai.wikibuilder.server.storage.Sweep;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;
import javax.sql.DataSource;

/** A server without workers, and workers that a test holds in its hand. */
final class Workshop implements AutoCloseable {
  /** Short, so that what is lost is taken over while a test waits. */
  static final Duration LEASE = Duration.ofMillis(1_500);

  private final GitHost git;
  private final Server server;
  private final Cast cast;

  private Workshop(GitHost git, Server server) {
    this.git = git;
    this.server = server;
    this.cast = new Cast(server);
  }

  static Workshop open(Path folder) throws IOException {
    GitHost git = GitHost.in(Files.createDirectories(folder.resolve("served")));
    return new Workshop(git, RunningServer.startWithoutWorker(folder, git));
  }

  /** The same with a central model. */
  static Workshop open(Path folder, ModelHost model) throws IOException {
    GitHost git = GitHost.in(Files.createDirectories(folder.resolve("served")));
    return new Workshop(git, RunningServer.startWithoutWorker(folder, git, model));
  }

  /** Somebody's repository and a build of it that waits. */
  record Waiting(Organisation organisation, Served served, Repository repository, Build build) {}

  Organisation organisation() {
    return cast.organisation();
  }

  Waiting waiting() {
    return waiting(organisation());
  }

  Waiting waiting(Organisation organisation) {
    return waiting(organisation, git.repository());
  }

  /** Somebody else's build of the same address. */
  Waiting waiting(Organisation organisation, Served served) {
    Repository repository =
        part(Repositories.class)
            .add(organisation.tenant(), organisation.owner().id(), served.address())
            .repository();
    return new Waiting(organisation, served, repository, accept(organisation, repository));
  }

  Build accept(Organisation organisation, Repository repository) {
    return accept(organisation, repository, BuildWish.composed());
  }

  Build accept(Organisation organisation, Repository repository, BuildWish wish) {
    return part(Builds.class)
        .accept(
            new Builds.Asking(organisation.tenant(), organisation.owner().id()),
            repository.id(),
            wish,
            Optional.empty())
        .build();
  }

  Build now(Build build) {
    return part(Builds.class).find(build.tenant(), build.id());
  }

  GenerationStore store() {
    return part(GenerationStore.class);
  }

  /** A worker as another process would have it. */
  Worker worker(Steps steps) {
    return worker(server, LEASE, steps);
  }

  /** A worker that builds once for all tenants what they may share. */
  Worker sharingWorker(Steps steps) {
    return worker(server, LEASE, steps, new StorageSettings(true));
  }

  /** A worker of a server. */
  static Worker worker(Server server, Duration lease, Steps steps) {
    return worker(server, lease, steps, StorageSettings.standard());
  }

  /** A worker that sees so many bytes free on the disk. */
  Worker worker(LongSupplier usableBytes) {
    Leases leases = leases(server, LEASE);
    Worker.Parts usual =
        parts(server, leases, run(server, leases, StorageSettings.standard()), LEASE);
    return new Worker(
        new Worker.Parts(
            usual.turns(),
            usual.builds(),
            usual.run(),
            usual.settings(),
            usual.random(),
            usual.clock(),
            new Room(usableBytes),
            usual.metrics()),
        Steps.unwatched());
  }

  private static Worker worker(
      Server server, Duration lease, Steps steps, StorageSettings storage) {
    Leases leases = leases(server, lease);
    BuildRun run = run(server, leases, storage);
    return new Worker(parts(server, leases, run, lease), steps);
  }

  /** A worker whose builds are written by these. */
  Worker worker(Authors authors) {
    Leases leases = leases(server, LEASE);
    BuildRun run = new BuildRun(parts(server, leases, StorageSettings.standard()), authors);
    return new Worker(parts(server, leases, run, LEASE), Steps.unwatched());
  }

  private static Leases leases(Server server, Duration lease) {
    SystemTransactions system = RunningServer.part(server, SystemTransactions.class);
    return new Leases(system, "worker-" + UUID.randomUUID(), lease);
  }

  private static BuildRun run(Server server, Leases leases, StorageSettings storage) {
    return new BuildRun(parts(server, leases, storage), RunningServer.part(server, Authors.class));
  }

  private static BuildRun.Parts parts(Server server, Leases leases, StorageSettings storage) {
    SystemTransactions system = RunningServer.part(server, SystemTransactions.class);
    BuildRun.Parts parts = RunningServer.part(server, BuildRun.Parts.class);
    return new BuildRun.Parts(
        parts.repositories(),
        parts.store(),
        parts.engine(),
        parts.guard(),
        parts.credentials(),
        parts.additions(),
        parts.builds(),
        new SharedBuilds(system, parts.repositories(), leases, storage));
  }

  private static Worker.Parts parts(Server server, Leases leases, BuildRun run, Duration lease) {
    SystemTransactions system = RunningServer.part(server, SystemTransactions.class);
    BuildRun.Parts parts = RunningServer.part(server, BuildRun.Parts.class);
    return new Worker.Parts(
        new Turns(system, leases),
        parts.builds(),
        run,
        settings(lease),
        new SecureRandom(),
        Clock.systemUTC(),
        RunningServer.part(server, Room.class),
        RunningServer.part(server, Metrics.class));
  }

  /** Lets a build that waits be taken at once. */
  void makeDue(Build build) {
    count(
        "WITH due AS (UPDATE builds SET not_before = now() WHERE id = :id RETURNING 1)"
            + " SELECT count(*) FROM due",
        build.id().value());
  }

  /** Started threads of a worker; one for builds. */
  WorkerPool pool(Steps steps) {
    WorkerPool pool =
        new WorkerPool(
            new WorkerPool.Parts(
                worker(steps),
                part(OpenBuilds.class),
                part(Sweep.class),
                List.of(),
                part(Schedules.class)),
            part(DataSource.class),
            settings(LEASE));
    pool.start();
    return pool;
  }

  static JobSettings settings(Duration lease) {
    return new JobSettings(true, 1, lease, Duration.ofMillis(100));
  }

  Leases leases() {
    return new Leases(part(SystemTransactions.class), "worker-" + UUID.randomUUID(), LEASE);
  }

  Turns turns() {
    return new Turns(part(SystemTransactions.class), leases());
  }

  /** One number of all tenants' rows. */
  long count(String sql, UUID id) {
    return part(SystemTransactions.class)
        .run(rows -> rows.sql(sql).param("id", id).query((row, _) -> row.getLong(1)).single());
  }

  <T> T part(Class<T> type) {
    return RunningServer.part(server, type);
  }

  Server server() {
    return server;
  }

  GitHost git() {
    return git;
  }

  @Override
  public void close() {
    server.close();
    git.close();
  }
}
