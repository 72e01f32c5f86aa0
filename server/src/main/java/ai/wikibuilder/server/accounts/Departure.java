package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.UserId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The end of an account: the person, the person's own tenant and organisations nobody else is in,
 * with every row of theirs. Threads may share it.
 */
@Component
public final class Departure {
  private final SystemTransactions system;

  Departure(SystemTransactions system) {
    this.system = system;
  }

  /**
   * Deletes everything of the person, at once or not at all.
   *
   * @throws TenantException LAST_OWNER when an organisation would be left without an owner, or the
   *     installation without an operator; nothing has changed then
   */
  public void depart(UserId user) {
    system.run(rows -> {
      boolean there =
          rows.sql("SELECT id FROM users WHERE id = :user FOR UPDATE")
              .param("user", user.value())
              .query((row, _) -> row.getString(1))
              .optional()
              .isPresent();
      if (!there) {
        throw TenantException.notFound();
      }
      requireSuccessors(rows, user);
      List<UUID> tenants = tenantsOfNobodyElse(rows, user);
      rows.record(new AuditEntry(AuditAction.ACCOUNT_DELETED, user.toString()));
      rows.sql("DELETE FROM users WHERE id = :user").param("user", user.value()).update();
      return rows.sql("DELETE FROM tenants WHERE id IN (:tenants)")
          .param("tenants", tenants)
          .update();
    });
  }

  private static void requireSuccessors(SystemRows rows, UserId user) {
    List<String> left =
        rows.sql(
                """
                SELECT t.name FROM memberships mine JOIN tenants t ON t.id = mine.tenant_id
                WHERE mine.user_id = :user AND mine.role = 'owner'
                  AND EXISTS (SELECT FROM memberships o WHERE o.tenant_id = t.id
                    AND o.user_id <> :user)
                  AND NOT EXISTS (SELECT FROM memberships o WHERE o.tenant_id = t.id
                    AND o.user_id <> :user AND o.role = 'owner')
                ORDER BY t.name
                """)
            .param("user", user.value())
            .query((row, _) -> row.getString(1))
            .list();
    if (!left.isEmpty()) {
      throw new TenantException(
          TenantException.Kind.LAST_OWNER,
          "You are the last owner of %s; make somebody else owner first, or delete what is to go."
              .formatted(String.join(", ", left)));
    }
    boolean lastOperator =
        rows.sql(
                """
                SELECT operator AND NOT EXISTS (SELECT FROM users o WHERE o.operator
                  AND o.id <> :user) AND EXISTS (SELECT FROM users o WHERE o.id <> :user)
                FROM users WHERE id = :user
                """)
            .param("user", user.value())
            .query((row, _) -> row.getBoolean(1))
            .single();
    if (lastOperator) {
      throw new TenantException(
          TenantException.Kind.LAST_OWNER, "You are the last operator of this installation.");
    }
  }

  private static List<UUID> tenantsOfNobodyElse(SystemRows rows, UserId user) {
    return rows.sql(
            """
            SELECT m.tenant_id FROM memberships m WHERE m.user_id = :user AND NOT EXISTS (
              SELECT FROM memberships o WHERE o.tenant_id = m.tenant_id AND o.user_id <> :user)
            """)
        .param("user", user.value())
        .query((row, _) -> row.getObject(1, UUID.class))
        .list();
  }
}
