package ai.wikibuilder.server.wikis;

import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Who may read a repository of which only the id is known. The transactions are the system's: whose
 * a repository is has to be found before there is a tenant to speak for. Threads may share it.
 */
public final class Readers {
  private final SystemTransactions system;

  Readers(SystemTransactions system) {
    this.system = system;
  }

  /**
   * A repository somebody may read.
   *
   * @param role in its tenant; empty for a reader from elsewhere, who sees what is published
   */
  public record Reader(TenantId tenant, Optional<Role> role) {}

  /**
   * Whose it is, when it is published, the tenant's of everybody, or the person is in its tenant.
   */
  public Optional<Reader> of(Optional<UserId> person, RepositoryId repository) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT r.tenant_id, m.role FROM repositories r
                JOIN tenants t ON t.id = r.tenant_id AND t.disabled_at IS NULL
                LEFT JOIN memberships m ON m.tenant_id = r.tenant_id AND m.user_id = :user
                WHERE r.id = :id AND (m.role IS NOT NULL OR r.visibility = :published
                  OR (t.kind = 'public' AND CAST(:user AS uuid) IS NOT NULL))
                """)
            .param("id", repository.value())
            .param("published", Visibility.PUBLISHED.word())
            .param("user", person.map(UserId::value).orElse(null), java.sql.Types.OTHER)
            .query((row, _) ->
                new Reader(
                    new TenantId(row.getObject("tenant_id", UUID.class)),
                    Optional.ofNullable(row.getString("role")).flatMap(Role::ofWord)))
            .optional());
  }
}
