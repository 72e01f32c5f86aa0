package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.server.repositories.RepositoryId;
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

/**
 * Conversations, each seen by whoever had it and nobody else. Threads may share it; two questions
 * that continue one at once both become turns of it.
 */
public final class Conversations {
  private static final String COLUMNS =
      """
      SELECT c.*, (SELECT count(*) FROM messages m
        WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id) AS turns
      FROM conversations c WHERE c.tenant_id = :tenant AND c.user_id = :user
      """;

  private final TenantTransactions transactions;
  private final SystemTransactions system;

  Conversations(TenantTransactions transactions, SystemTransactions system) {
    this.transactions = transactions;
    this.system = system;
  }

  /**
   * Whose tenant a conversation is in. The system's transaction: only the id is known.
   *
   * @throws TenantException NOT_FOUND when the person has none of that id
   */
  public TenantId tenantOf(UserId user, ConversationId id) {
    return system
        .run(rows ->
            rows.sql("SELECT tenant_id FROM conversations WHERE id = :id AND user_id = :user")
                .param("id", id.value())
                .param("user", user.value())
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .optional())
        .orElseThrow(TenantException::notFound);
  }

  /**
   * A conversation with its turns.
   *
   * @throws TenantException NOT_FOUND
   */
  public KeptConversation find(TenantId tenant, UserId user, ConversationId id) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(COLUMNS + " AND c.id = :id")
                .param("user", user.value())
                .param("id", id.value())
                .query((row, _) -> kept(row, conversation(rows, row)))
                .optional()
                .orElseThrow(TenantException::notFound));
  }

  /**
   * Without their turns, the one that was continued last first.
   *
   * @param repository those about it alone
   * @param limit most that are returned
   */
  public List<KeptConversation> list(
      TenantId tenant, UserId user, Optional<RepositoryId> repository, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    COLUMNS
                        + " AND (CAST(:repository AS uuid) IS NULL OR c.repository_id = :repository)"
                        + " ORDER BY c.continued_at DESC, c.id DESC LIMIT :most")
                .param("user", user.value())
                .param(
                    "repository",
                    repository.map(RepositoryId::value).orElse(null),
                    java.sql.Types.OTHER)
                .param("most", limit)
                .query((row, _) -> kept(row, Conversation.begin()))
                .list());
  }

  /**
   * Forgets a conversation.
   *
   * @throws TenantException NOT_FOUND
   */
  public void remove(TenantId tenant, UserId user, ConversationId id) {
    int gone =
        transactions.in(
            tenant,
            rows ->
                rows.sql(
                        """
                        DELETE FROM conversations
                        WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                        """)
                    .param("user", user.value())
                    .param("id", id.value())
                    .update());
    if (gone == 0) {
      throw TenantException.notFound();
    }
  }

  /** With the turns that a row's conversation has. */
  static Conversation conversation(TenantRows rows, ResultSet row) throws SQLException {
    String id = row.getObject("id", UUID.class).toString();
    List<Turn> turns =
        rows
            .sql(
                """
                SELECT turn, open_until <= clock_timestamp() AS broken FROM messages
                WHERE tenant_id = :tenant AND conversation_id = :id ORDER BY number
                """)
            .param("id", UUID.fromString(id))
            .query((message, _) -> turn(message))
            .list()
            .stream()
            .flatMap(Optional::stream)
            .toList();
    int summed = row.getInt("summary_turns");
    return new Conversation(
        id,
        turns,
        Optional.ofNullable(row.getString("summary"))
            .map(text -> new Conversation.Summary(summed, text)));
  }

  private static Optional<Turn> turn(ResultSet message) throws SQLException {
    Optional<Turn> turn = ConversationText.readTurn(message.getString("turn"));
    boolean broken = message.getBoolean("broken"); // false when it is whole
    return broken ? turn.map(Conversations::brokenOff) : turn;
  }

  /** Whoever answered it was killed. */
  private static Turn brokenOff(Turn turn) {
    return new Turn(
        turn.at(),
        turn.question(),
        turn.standalone(),
        turn.answer(),
        turn.evidence(),
        Turn.BROKEN_OFF,
        turn.commit(),
        turn.model(),
        turn.tokens());
  }

  static KeptConversation kept(ResultSet row, Conversation conversation) throws SQLException {
    return new KeptConversation(
        new ConversationId(row.getObject("id", UUID.class)),
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        row.getString("title"),
        row.getInt("turns"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("continued_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("shared_as", UUID.class)),
        conversation);
  }
}
