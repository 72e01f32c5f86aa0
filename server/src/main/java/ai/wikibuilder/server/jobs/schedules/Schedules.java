package ai.wikibuilder.server.jobs.schedules;

import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Which repositories are built again by themselves, and how often. Threads may share it. */
public final class Schedules {
  private static final Logger LOG = LoggerFactory.getLogger(Schedules.class);

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final Tenants tenants;
  private final Builds builds;
  private final Alarms alarms;
  private final Clock clock;
  private final RandomGenerator random;

  /** What it stands on. */
  public record Parts(
      TenantTransactions transactions,
      SystemTransactions system,
      Tenants tenants,
      Builds builds,
      Alarms alarms) {}

  public Schedules(Parts parts, Clock clock, RandomGenerator random) {
    this.transactions = parts.transactions();
    this.system = parts.system();
    this.tenants = parts.tenants();
    this.builds = parts.builds();
    this.alarms = parts.alarms();
    this.clock = clock;
    this.random = random;
  }

  /** How often a repository is built; empty when it is not by itself. */
  public Optional<Every> of(TenantId tenant, RepositoryId repository) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT every FROM schedules
                    WHERE tenant_id = :tenant AND repository_id = :repository
                    """)
                .param("repository", repository.value())
                .query((row, _) -> row.getString(1))
                .optional()
                .flatMap(Every::ofWord));
  }

  /**
   * Has a repository built so often, in the name of the person, in place of what was before.
   *
   * @throws TenantException NOT_FOUND
   */
  public void set(Builds.Asking asking, RepositoryId repository, Every every) {
    transactions.in(
        asking.tenant(),
        rows -> {
          Repositories.find(rows, repository);
          rows.sql(
                  """
                  INSERT INTO schedules (tenant_id, repository_id, user_id, every)
                  VALUES (:tenant, :repository, :user, :every)
                  ON CONFLICT (repository_id) DO UPDATE SET user_id = excluded.user_id,
                    every = excluded.every
                  """)
              .param("repository", repository.value())
              .param("user", asking.user().value())
              .param("every", every.word())
              .update();
          alarms.set(repository, clock.instant().plus(every.next(random)));
          return repository;
        });
  }

  /** Has it built no more by itself; its alarm finds nothing then and is gone. */
  public void remove(TenantId tenant, RepositoryId repository) {
    transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    DELETE FROM schedules
                    WHERE tenant_id = :tenant AND repository_id = :repository
                    """)
                .param("repository", repository.value())
                .update());
  }

  private record Due(TenantId tenant, UserId user, Every every, boolean isShut) {}

  /**
   * Asks for the build that is due. The transaction is the system's: an alarm names the repository
   * alone.
   *
   * @return when the next one is, also while the tenant or the account of whoever set it is shut,
   *     which asks for nothing and loses nothing; empty when there is none
   */
  public Optional<Instant> ring(RepositoryId repository) {
    Optional<Due> due =
        system.run(rows ->
            rows.sql(
                    """
                    SELECT s.*, u.disabled_at IS NOT NULL AS shut FROM schedules s
                    JOIN users u ON u.id = s.user_id WHERE s.repository_id = :repository
                    """)
                .param("repository", repository.value())
                .query((row, _) ->
                    new Due(
                        new TenantId(row.getObject("tenant_id", UUID.class)),
                        new UserId(row.getObject("user_id", UUID.class)),
                        Every.ofWord(row.getString("every")).orElseThrow(),
                        row.getBoolean("shut")))
                .optional());
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Instant next = clock.instant().plus(due.get().every().next(random));
    if (!mayBuild(due.get())) {
      return Optional.of(next);
    }
    try {
      Builds.Accepted accepted =
          builds.refresh(new Builds.Asking(due.get().tenant(), due.get().user()), repository);
      LOG.info("build scheduled id={}", accepted.build().id());
    } catch (QuotaException e) {
      LOG.info("scheduled build is over quota repository={}", repository.value());
    } catch (TenantException e) {
      return Optional.empty(); // deleted just now
    }
    return Optional.of(next);
  }

  private boolean mayBuild(Due due) {
    return !due.isShut()
        && tenants
            .roleOf(due.user(), due.tenant())
            .filter(role -> role.mayAsMuchAs(Role.MEMBER))
            .isPresent();
  }
}
