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
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Conversations, each seen by whoever had it and nobody else. Threads may share it; two questions
 * that continue one at once both become turns of it.
 */
public final class Conversations {
  private static final int TITLE_LENGTH_MAX = 200;

  private static final String COLUMNS =
      """
      SELECT c.*, (SELECT count(*) FROM messages m
        WHERE m.tenant_id = c.tenant_id AND m.conversation_id = c.id) AS turns
      FROM conversations c WHERE c.tenant_id = :tenant AND c.user_id = :user
      """;

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final Clock clock;

  Conversations(TenantTransactions transactions, SystemTransactions system, Clock clock) {
    this.transactions = transactions;
    this.system = system;
    this.clock = clock;
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

  /** A new conversation that begins with a turn. */
  ConversationId begin(TenantId tenant, UserId user, RepositoryId repository, Turn turn) {
    ConversationId id = new ConversationId(UUID.randomUUID());
    transactions.in(
        tenant,
        rows -> {
          rows.sql(
                  """
                  INSERT INTO conversations
                    (id, tenant_id, user_id, repository_id, title, created_at, continued_at)
                  VALUES (:id, :tenant, :user, :repository, :title, :now, :now)
                  """)
              .param("id", id.value())
              .param("user", user.value())
              .param("repository", repository.value())
              .param("title", title(turn))
              .param("now", now())
              .update();
          return append(rows, id, turn);
        });
    return id;
  }

  private static String title(Turn turn) {
    String line = turn.question().replaceAll("\\s+", " ");
    return line.substring(0, Math.min(TITLE_LENGTH_MAX, line.length()));
  }

  /**
   * Adds a turn.
   *
   * @param before as it was read, with a new summary where one was made
   * @throws TenantException NOT_FOUND when it was deleted meanwhile
   */
  void goOn(TenantId tenant, ConversationId id, Conversation before, Turn turn) {
    transactions.in(
        tenant,
        rows -> {
          int there =
              rows.sql(
                      """
                      UPDATE conversations SET continued_at = :now,
                        summary = coalesce(:summary, summary),
                        summary_turns = greatest(summary_turns, :count)
                      WHERE tenant_id = :tenant AND id = :id
                      """)
                  .param("now", now())
                  .param("summary", before.summary().map(Conversation.Summary::text).orElse(null))
                  .param("count", before.summary().map(Conversation.Summary::turnCount).orElse(0))
                  .param("id", id.value())
                  .update();
          if (there == 0) {
            throw TenantException.notFound();
          }
          return append(rows, id, turn);
        });
  }

  /** The row of the conversation is locked, so numbers follow one another. */
  private static int append(TenantRows rows, ConversationId id, Turn turn) {
    return rows.sql(
            """
            INSERT INTO messages (tenant_id, conversation_id, number, turn)
            SELECT :tenant, :id, coalesce(max(number), 0) + 1, :turn
            FROM messages WHERE tenant_id = :tenant AND conversation_id = :id
            """)
        .param("id", id.value())
        .param("turn", ConversationText.json(turn))
        .update();
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

  private static Conversation conversation(TenantRows rows, ResultSet row) throws SQLException {
    String id = row.getObject("id", UUID.class).toString();
    List<Turn> turns =
        rows
            .sql(
                """
                SELECT turn FROM messages
                WHERE tenant_id = :tenant AND conversation_id = :id ORDER BY number
                """)
            .param("id", UUID.fromString(id))
            .query((message, _) -> ConversationText.readTurn(message.getString(1)))
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

  private static KeptConversation kept(ResultSet row, Conversation conversation)
      throws SQLException {
    return new KeptConversation(
        new ConversationId(row.getObject("id", UUID.class)),
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        row.getString("title"),
        row.getInt("turns"),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("continued_at", OffsetDateTime.class).toInstant(),
        conversation);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
