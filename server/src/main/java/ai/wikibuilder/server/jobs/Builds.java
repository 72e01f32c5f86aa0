package ai.wikibuilder.server.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.server.jobs.events.BuildEvents;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Accepts builds and tells how they are. Threads may share it; controllers and pages call it. What
 * it accepted is in the database with a ticket for a worker, at once or not at all.
 */
public final class Builds {
  private static final String ROUTE = "generate";

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final Tickets tickets;
  private final Clock clock;

  public Builds(
      TenantTransactions transactions, SystemTransactions system, Tickets tickets, Clock clock) {
    this.transactions = transactions;
    this.system = system;
    this.tickets = tickets;
    this.clock = clock;
  }

  /** Who asks for a build. */
  public record Asking(TenantId tenant, UserId user) {}

  /** A build that was asked for, and whether it is new. */
  public record Accepted(Build build, boolean isNew) {}

  /**
   * Accepts a wish, or finds the build that was accepted for the same wish and is not over yet.
   *
   * @param requestKey the caller's own name of this request: with it the same build is found for a
   *     day, however it ended
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND when there is no such
   *     repository
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS
   * @throws BuildException OTHER_REQUEST
   */
  public Accepted accept(
      Asking asking, RepositoryId repository, BuildWish wish, Optional<String> requestKey) {
    return transactions.in(
        asking.tenant(),
        rows -> {
          Plan plan = Plans.locked(rows); // so that two at once are one after the other
          Repositories.find(rows, repository);
          Optional<Build> answered =
              requestKey.flatMap(key -> answered(rows, key, repository, wish));
          Optional<Build> known = answered.or(() -> open(rows, repository, wish));
          if (known.isPresent()) {
            return new Accepted(known.get(), false);
          }
          requireBuildLeft(rows, plan);
          Build build = add(rows, asking, repository, wish);
          requestKey.ifPresent(key -> remember(rows, key, build));
          return new Accepted(build, true);
        });
  }

  private static Optional<Build> open(TenantRows rows, RepositoryId repository, BuildWish wish) {
    return rows.sql(
            """
            SELECT * FROM builds WHERE tenant_id = :tenant AND repository_id = :repository
              AND request_key = :key AND state IN ('queued', 'running')
              AND cancel_wanted_at IS NULL
            """)
        .param("repository", repository.value())
        .param("key", wish.key())
        .query((row, _) -> BuildRows.read(row))
        .optional();
  }

  private void requireBuildLeft(TenantRows rows, Plan plan) {
    int today = Usage.buildsToday(rows, clock.instant());
    if (today >= plan.buildsPerDay()) {
      Instant now = clock.instant();
      Instant midnight = now.truncatedTo(ChronoUnit.DAYS).plus(1, ChronoUnit.DAYS);
      throw new QuotaException(
          QuotaException.Kind.BUILDS,
          "The plan %s limits builds to %d a day, and that many were asked for since midnight UTC. Ask again tomorrow, or for another plan."
              .formatted(plan.name(), plan.buildsPerDay()),
          Optional.of(Duration.between(now, midnight)));
    }
  }

  private Build add(TenantRows rows, Asking asking, RepositoryId repository, BuildWish wish) {
    Build build =
        new Build(
            new BuildId(UUID.randomUUID()),
            asking.tenant(),
            repository,
            Optional.of(asking.user()),
            wish,
            BuildState.QUEUED,
            new Build.Progress("", 0, 0, 0, 0, 0),
            new Build.Times(clock.instant(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    BuildRows.insert(rows, build);
    Usage.enterBuild(rows, asking.user(), build.times().createdAt());
    BuildEvents.add(rows, build.id(), "state", Map.of("state", BuildState.QUEUED.word()));
    tickets.issue(build.id());
    return BuildRows.find(rows, build.id());
  }

  /** The build of an earlier request with this key. */
  private static Optional<Build> answered(
      TenantRows rows, String key, RepositoryId repository, BuildWish wish) {
    Optional<String[]> kept =
        rows.sql(
                """
                SELECT reply FROM idempotency_keys WHERE tenant_id = :tenant AND key = :key
                  AND route = :route AND created_at > clock_timestamp() - interval '1 day'
                """)
            .param("key", key)
            .param("route", ROUTE)
            .query((row, _) -> new String(row.getBytes(1), UTF_8).split(" ", -1))
            .optional();
    if (kept.isEmpty()) {
      return Optional.empty();
    }
    if (!kept.get()[1].equals(repository.toString()) || !kept.get()[2].equals(wish.key())) {
      throw new BuildException(
          BuildException.Kind.OTHER_REQUEST,
          "Idempotency-Key was used for another request. Use a new key for a new request.");
    }
    return Optional.of(BuildRows.find(rows, new BuildId(UUID.fromString(kept.get()[0]))));
  }

  private static void remember(TenantRows rows, String key, Build build) {
    String reply = build.id() + " " + build.repository() + " " + build.wish().key();
    rows.sql(
            "DELETE FROM idempotency_keys WHERE tenant_id = :tenant AND key = :key AND route = :route")
        .param("key", key)
        .param("route", ROUTE)
        .update(); // one that is older than a day
    rows.sql(
            """
            INSERT INTO idempotency_keys (tenant_id, key, route, status, reply)
            VALUES (:tenant, :key, :route, 202, :reply)
            """)
        .param("key", key)
        .param("route", ROUTE)
        .param("reply", reply.getBytes(UTF_8))
        .update();
  }

  /**
   * Whose it is, for whoever knows the id alone and is about to ask whether the caller is in that
   * tenant; a tenant that nobody is in when there is none of that id. It is a system transaction
   * since no tenant is known yet.
   */
  public TenantId tenantOf(BuildId id) {
    return system.run(rows ->
        rows.sql("SELECT tenant_id FROM builds WHERE id = :id")
            .param("id", id.value())
            .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
            .optional()
            .orElseGet(() -> new TenantId(UUID.randomUUID())));
  }

  /**
   * The build.
   *
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND
   */
  public Build find(TenantId tenant, BuildId id) {
    return transactions.in(tenant, rows -> BuildRows.find(rows, id));
  }

  /**
   * Accepts a build that has the model write one page of an earlier build anew; the other pages are
   * taken over.
   *
   * @param page its slug
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND
   * @throws BuildException STATE when the build is not over, or no model wrote it
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS
   */
  public Accepted retry(Asking asking, BuildId id, String page) {
    Build earlier = find(asking.tenant(), id);
    if (!earlier.state().isFinal()) {
      throw new BuildException(
          BuildException.Kind.STATE, "The build is not over yet; its pages can be retried then.");
    }
    if (earlier.wish().writer() != Writer.MODEL) {
      throw new BuildException(
          BuildException.Kind.STATE,
          "No model wrote the pages of this build, so there is nothing to try again. Ask for a build with writer model.");
    }
    return accept(asking, earlier.repository(), earlier.wish().retrying(page), Optional.empty());
  }

  /**
   * Accepts a build like the last one that made a wiki: by the same writer, of the same branch. It
   * brings the wiki up to date.
   *
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND
   * @throws ai.wikibuilder.server.quota.QuotaException BUILDS
   */
  public Accepted refresh(Asking asking, RepositoryId repository) {
    return accept(asking, repository, usualWish(asking.tenant(), repository), Optional.empty());
  }

  /** What the wiki that readers see was asked for as; the default branch without a model before. */
  public BuildWish usualWish(TenantId tenant, RepositoryId repository) {
    return transactions
        .in(
            tenant,
            rows ->
                rows.sql(
                        """
                        SELECT * FROM builds WHERE tenant_id = :tenant
                          AND repository_id = :repository AND state IN ('done', 'capped')
                        ORDER BY created_at DESC, id DESC LIMIT 1
                        """)
                    .param("repository", repository.value())
                    .query((row, _) -> BuildRows.read(row).wish().usual())
                    .optional())
        .orElseGet(BuildWish::composed);
  }

  /** The newest builds of a repository, the newest first. */
  public List<Build> of(TenantId tenant, RepositoryId repository, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM builds WHERE tenant_id = :tenant AND repository_id = :repository
                    ORDER BY created_at DESC, id DESC LIMIT :most
                    """)
                .param("repository", repository.value())
                .param("most", limit)
                .query((row, _) -> BuildRows.read(row))
                .list());
  }

  /**
   * Ends a build: at once when no worker has it, otherwise its worker is told and stops within
   * seconds. One that is over stays as it ended.
   *
   * @return the build as it stands now
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND
   */
  public Build cancel(TenantId tenant, BuildId id) {
    return transactions.in(
        tenant,
        rows -> {
          rows.sql(
                  """
                  UPDATE builds SET cancel_wanted_at = clock_timestamp()
                  WHERE tenant_id = :tenant AND id = :id AND state = 'running'
                    AND cancel_wanted_at IS NULL
                  """)
              .param("id", id.value())
              .update();
          int ended =
              rows.sql(
                      """
                      UPDATE builds SET state = 'cancelled', finished_at = clock_timestamp()
                      WHERE tenant_id = :tenant AND id = :id AND state = 'queued'
                      """)
                  .param("id", id.value())
                  .update();
          if (ended == 1) {
            BuildEvents.add(rows, id, "state", Map.of("state", BuildState.CANCELLED.word()));
          }
          return BuildRows.find(rows, id);
        });
  }

  /** Whether events are to come behind this one, now or later. */
  public boolean eventsLeft(Build build, int after) {
    if (!build.state().isFinal()) {
      return true;
    }
    return transactions.in(
        build.tenant(),
        rows ->
            rows.sql("SELECT event_count FROM builds WHERE tenant_id = :tenant AND id = :id")
                    .param("id", build.id().value())
                    .query((row, _) -> row.getInt(1))
                    .optional()
                    .orElse(0)
                > after);
  }

  /**
   * Seconds until a running build is over, if it takes as long as the last one of its repository
   * that was done; empty when there was none, or it takes longer.
   */
  public Optional<Long> secondsLeft(Build build) {
    if (build.state() != BuildState.RUNNING) {
      return Optional.empty();
    }
    return transactions.in(
        build.tenant(),
        rows ->
            rows.sql(
                    """
                    SELECT ceil(extract(epoch FROM last.finished_at - last.started_at)
                      - extract(epoch FROM clock_timestamp() - b.turn_at)) AS seconds
                    FROM builds b JOIN LATERAL (SELECT * FROM builds l
                      WHERE l.tenant_id = :tenant AND l.repository_id = b.repository_id
                        AND l.state = 'done' ORDER BY l.created_at DESC LIMIT 1) last ON true
                    WHERE b.tenant_id = :tenant AND b.id = :id
                    """)
                .param("id", build.id().value())
                .query((row, _) -> row.getLong(1))
                .optional()
                .filter(seconds -> seconds > 0));
  }
}
