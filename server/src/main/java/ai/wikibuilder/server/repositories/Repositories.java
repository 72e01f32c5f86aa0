package ai.wikibuilder.server.repositories;

import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The repositories there are. Threads may share it; controllers and builds call it. */
@Component
public final class Repositories {
  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final OutboundGuard guard;

  Repositories(TenantTransactions transactions, SystemTransactions system, OutboundGuard guard) {
    this.transactions = transactions;
    this.system = system;
    this.guard = guard;
  }

  /**
   * Whose it is, for whoever knows the id alone and is about to ask whether the caller is in that
   * tenant; a tenant that nobody is in when there is none of that id. It is a system transaction
   * since no tenant is known yet.
   */
  public TenantId tenantOf(RepositoryId id) {
    return system.run(rows ->
        rows.sql("SELECT tenant_id FROM repositories WHERE id = :id")
            .param("id", id.value())
            .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
            .optional()
            .orElseGet(() -> new TenantId(UUID.randomUUID())));
  }

  /** A repository that was asked for, and whether it is new. */
  public record Added(Repository repository, boolean isNew) {}

  /**
   * Adds a repository, or finds that the tenant has it already under any spelling. Nothing is
   * fetched yet.
   *
   * @throws RepositoryException ADDRESS; OTHER_PROTOCOL where the tenant has it over http and this
   *     is its https address, or the other way round: what is fetched would not be what was asked
   * @throws QuotaException REPOSITORIES
   */
  public Added add(TenantId tenant, UserId by, String address) {
    RepositoryAddress checked = RepositoryAddress.of(address, guard);
    return transactions.in(tenant, rows -> add(rows, by, checked));
  }

  private static Added add(TenantRows rows, UserId by, RepositoryAddress address) {
    Plan plan = Plans.locked(rows);
    Optional<Repository> known = find(rows, address);
    if (known.isPresent()) {
      return new Added(requireSameProtocol(known.get(), address), false);
    }
    int count =
        rows.sql("SELECT count(*) FROM repositories WHERE tenant_id = :tenant")
            .query((row, _) -> row.getInt(1))
            .single();
    if (count >= plan.repositories()) {
      throw new QuotaException(
          QuotaException.Kind.REPOSITORIES,
          "The plan %s limits repositories to %d (here: %d). Delete one, or ask for another plan."
              .formatted(plan.name(), plan.repositories(), count),
          Optional.empty());
    }
    rows.sql(
            """
            INSERT INTO repositories (id, tenant_id, user_id, repo_url, normalized_repo_id)
            VALUES (:id, :tenant, :user, :url, :known)
            """)
        .param("id", UUID.randomUUID())
        .param("user", by.value())
        .param("url", address.url())
        .param("known", address.normalizedId())
        .update();
    return new Added(find(rows, address).orElseThrow(), true);
  }

  private static Repository requireSameProtocol(Repository known, RepositoryAddress asked) {
    if (known.address().isFetchedLike(asked)) {
      return known;
    }
    throw new RepositoryException(
        RepositoryException.Kind.OTHER_PROTOCOL,
        "This repository is here already as %s. Use that address, or delete the repository here and add it again as %s."
            .formatted(known.address(), asked));
  }

  private static Optional<Repository> find(TenantRows rows, RepositoryAddress address) {
    return rows.sql(
            "SELECT * FROM repositories WHERE tenant_id = :tenant AND normalized_repo_id = :known")
        .param("known", address.normalizedId())
        .query((row, _) -> repository(row))
        .optional();
  }

  /**
   * The repository.
   *
   * @throws TenantException NOT_FOUND when the tenant has none of that id
   */
  public Repository find(TenantId tenant, RepositoryId id) {
    return transactions.in(tenant, rows -> find(rows, id));
  }

  /**
   * The repository at an address, under any spelling.
   *
   * @throws RepositoryException ADDRESS
   * @throws TenantException NOT_FOUND when the tenant has not added it
   */
  public Repository find(TenantId tenant, String address) {
    RepositoryAddress checked = RepositoryAddress.of(address, guard);
    return transactions
        .in(tenant, rows -> find(rows, checked))
        .orElseThrow(TenantException::notFound);
  }

  /** As {@link #find(TenantId, RepositoryId)}, in a transaction that runs already. */
  public static Repository find(TenantRows rows, RepositoryId id) {
    return rows.sql("SELECT * FROM repositories WHERE tenant_id = :tenant AND id = :id")
        .param("id", id.value())
        .query((row, _) -> repository(row))
        .optional()
        .orElseThrow(TenantException::notFound);
  }

  /**
   * The repository of the tenant {@code public} at an address, added when it is new; none where it
   * is fetched over the other protocol. It is a system transaction since no tenant may write there.
   */
  public Optional<RepositoryId> ofAll(RepositoryAddress address) {
    return system.run(rows -> {
      rows.sql(
              """
              INSERT INTO repositories (id, tenant_id, repo_url, normalized_repo_id)
              VALUES (:id, :tenant, :url, :known) ON CONFLICT DO NOTHING
              """)
          .param("id", UUID.randomUUID())
          .param("tenant", TenantId.PUBLIC.value())
          .param("url", address.url())
          .param("known", address.normalizedId())
          .update();
      return rows.sql(
              "SELECT * FROM repositories WHERE tenant_id = :tenant AND normalized_repo_id = :known")
          .param("tenant", TenantId.PUBLIC.value())
          .param("known", address.normalizedId())
          .query((row, _) -> repository(row))
          .optional()
          .filter(shared -> shared.address().isFetchedLike(address))
          .map(Repository::id);
    });
  }

  /** What the tenant may do with its repositories now. */
  public Plan plan(TenantId tenant) {
    return transactions.in(tenant, Plans::locked);
  }

  /**
   * The newest first.
   *
   * @param after the last one of the page before; the first page without one, nothing for one that
   *     is not there any more
   * @param limit most that are returned
   */
  public List<Repository> list(TenantId tenant, Optional<RepositoryId> after, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM repositories WHERE tenant_id = :tenant
                      AND (CAST(:after AS uuid) IS NULL OR (created_at, id) < (
                        SELECT a.created_at, a.id FROM repositories a
                        WHERE a.tenant_id = :tenant AND a.id = :after))
                    ORDER BY created_at DESC, id DESC LIMIT :most
                    """)
                .param("after", after.map(RepositoryId::value).orElse(null), java.sql.Types.OTHER)
                .param("most", limit)
                .query((row, _) -> repository(row))
                .list());
  }

  /**
   * Shows the wiki to everybody, or to members alone again, at once.
   *
   * @throws TenantException NOT_FOUND
   */
  public Repository show(TenantId tenant, RepositoryId id, Visibility visibility) {
    return transactions.in(
        tenant,
        rows -> {
          rows.sql(
                  "UPDATE repositories SET visibility = :visibility WHERE tenant_id = :tenant AND id = :id")
              .param("visibility", visibility.word())
              .param("id", id.value())
              .update();
          return find(rows, id);
        });
  }

  /**
   * Forgets the repository with its builds and generations. A build that runs finds its rows gone
   * and ends; files are removed by the workers once nobody reads them.
   *
   * @throws TenantException NOT_FOUND
   */
  public void remove(TenantId tenant, RepositoryId id) {
    int gone =
        transactions.in(
            tenant,
            rows ->
                rows.sql("DELETE FROM repositories WHERE tenant_id = :tenant AND id = :id")
                    .param("id", id.value())
                    .update());
    if (gone == 0) {
      throw TenantException.notFound();
    }
  }

  private static Repository repository(ResultSet row) throws SQLException {
    @Nullable OffsetDateTime generated = row.getObject("last_generated_at", OffsetDateTime.class);
    return new Repository(
        new RepositoryId(row.getObject("id", UUID.class)),
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new RepositoryAddress(row.getString("repo_url"), row.getString("normalized_repo_id")),
        Visibility.ofWord(row.getString("visibility")).orElseThrow(),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(generated).map(OffsetDateTime::toInstant),
        Optional.ofNullable(row.getObject("current_generation", UUID.class)),
        Optional.ofNullable(row.getObject("shared_id", UUID.class)).map(RepositoryId::new));
  }
}
