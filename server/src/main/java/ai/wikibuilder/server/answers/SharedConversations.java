package ai.wikibuilder.server.answers;

import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.UUID;

/**
 * Conversations that their owners let the other members of the tenant read. Each is read by an id
 * of its own, made when it is shared: once sharing has ended that id leads nowhere for good, and
 * sharing it again makes another. Readers see it as it stands, and nobody but its owner goes on
 * with it. Threads may share it.
 */
public final class SharedConversations {
  private final TenantTransactions transactions;
  private final SystemTransactions system;

  SharedConversations(TenantTransactions transactions, SystemTransactions system) {
    this.transactions = transactions;
    this.system = system;
  }

  /**
   * Shares a conversation of a person; one that is shared stays so.
   *
   * @return what it is read by
   * @throws TenantException NOT_FOUND
   */
  public UUID share(TenantId tenant, UserId owner, ConversationId id) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    UPDATE conversations SET shared_as = coalesce(shared_as, :made)
                    WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                    RETURNING shared_as
                    """)
                .param("made", UUID.randomUUID())
                .param("user", owner.value())
                .param("id", id.value())
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional()
                .orElseThrow(TenantException::notFound));
  }

  /**
   * Ends sharing; one that is not shared stays so.
   *
   * @throws TenantException NOT_FOUND
   */
  public void withdraw(TenantId tenant, UserId owner, ConversationId id) {
    int there =
        transactions.in(
            tenant,
            rows ->
                rows.sql(
                        """
                        UPDATE conversations SET shared_as = NULL
                        WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                        """)
                    .param("user", owner.value())
                    .param("id", id.value())
                    .update());
    if (there == 0) {
      throw TenantException.notFound();
    }
  }

  /**
   * Whose tenant a shared conversation is in; a tenant that nobody is in when there is none. The
   * transaction is the system's: only the id is known.
   */
  public TenantId tenantOf(UUID sharedAs) {
    Optional<UUID> tenant =
        system.run(rows ->
            rows.sql("SELECT tenant_id FROM conversations WHERE shared_as = :shared")
                .param("shared", sharedAs)
                .query((row, _) -> row.getObject(1, UUID.class))
                .optional());
    return new TenantId(tenant.orElseGet(UUID::randomUUID));
  }

  /**
   * A shared conversation, for whoever is in its tenant.
   *
   * @throws TenantException NOT_FOUND
   */
  public KeptConversation find(TenantId tenant, UUID sharedAs) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT c.*, (SELECT count(*) FROM messages m
                      WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id) AS turns
                    FROM conversations c WHERE c.tenant_id = :tenant AND c.shared_as = :shared
                    """)
                .param("shared", sharedAs)
                .query((row, _) -> Conversations.kept(row, Conversations.conversation(rows, row)))
                .optional()
                .orElseThrow(TenantException::notFound));
  }
}
