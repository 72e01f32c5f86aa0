package ai.wikibuilder.server.jobs.leases;

import ai.wikibuilder.generations.RepositoryLock;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Duration;
import java.util.Optional;

/**
 * A row for each repository that was ever built, with the token of its last holder and the time
 * until which it counts, by the clock of the database alone. Threads may share it.
 *
 * <p>The transactions are the system's: a worker works for whoever's turn it is.
 */
public final class Leases {
  private final SystemTransactions system;
  private final String owner;
  private final Duration length;

  /**
   * @param owner name of this worker, another one in each process
   * @param length how long a lease counts that is not renewed
   */
  public Leases(SystemTransactions system, String owner, Duration length) {
    this.system = system;
    this.owner = owner;
    this.length = length;
  }

  /** How long a lease counts that is not renewed. */
  public Duration length() {
    return length;
  }

  /** The lock of one repository. */
  public RepositoryLock of(TenantId tenant, RepositoryId repository) {
    return () -> take(tenant, repository).map(RepositoryLock.Hold.class::cast);
  }

  /** Takes the right to build a repository at once or not at all. */
  public Optional<Hold> take(TenantId tenant, RepositoryId repository) {
    return system.run(rows -> take(rows, tenant, repository));
  }

  /** As {@link #take(TenantId, RepositoryId)}, in a transaction that does more. */
  public Optional<Hold> take(SystemRows rows, TenantId tenant, RepositoryId repository) {
    return rows.sql(
            """
            INSERT INTO repository_leases (tenant_id, repository_id, token, owner, expires_at)
            VALUES (:tenant, :repository, 1, :owner,
              clock_timestamp() + :millis * interval '1 millisecond')
            ON CONFLICT (repository_id) DO UPDATE SET token = repository_leases.token + 1,
              owner = excluded.owner, expires_at = excluded.expires_at
            WHERE repository_leases.expires_at <= clock_timestamp()
            RETURNING token
            """)
        .param("tenant", tenant.value())
        .param("repository", repository.value())
        .param("owner", owner)
        .param("millis", length.toMillis())
        .query((row, _) -> new Hold(tenant, repository, owner, row.getLong(1), this))
        .optional();
  }

  boolean renew(Hold hold) {
    return change(hold, "clock_timestamp() + :millis * interval '1 millisecond'") == 1;
  }

  void release(Hold hold) {
    int _ = change(hold, "clock_timestamp()");
  }

  private int change(Hold hold, String expiry) {
    return system.run(rows ->
        rows.sql(
                """
                UPDATE repository_leases SET expires_at = %s
                WHERE repository_id = :repository AND token = :token AND owner = :owner
                  AND expires_at > clock_timestamp()
                """
                    .formatted(expiry))
            .param("repository", hold.repository().value())
            .param("token", hold.token())
            .param("owner", hold.owner())
            .param("millis", length.toMillis())
            .update());
  }

  /** Name of this worker. */
  public String owner() {
    return owner;
  }
}
