package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns of conversations while they are answered. A question is kept before anybody looks for its
 * answer and says that it is open, for as long as whoever answers is heard of; so one whose process
 * was killed is seen to be broken off. Threads may share it.
 */
final class AskedTurns {
  /** How long nobody hears of whoever answers before the answer counts as broken off. */
  private static final Duration OPEN = Duration.ofSeconds(20);

  private static final int TITLE_LENGTH_MAX = 200;

  private final TenantTransactions transactions;

  AskedTurns(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /**
   * A turn that is open.
   *
   * @param isFirst whether the conversation began with it
   */
  record Asked(TenantId tenant, ConversationId conversation, int number, boolean isFirst) {}

  /** Whose question it is, about what, and the conversation it goes on with. */
  record Asking(
      TenantId tenant, UserId user, RepositoryId repository, Optional<ConversationId> goesOn) {}

  /**
   * Keeps a question.
   *
   * @throws TenantException NOT_FOUND when the conversation was deleted meanwhile
   */
  Asked begin(Asking asking, Turn question) {
    ConversationId id = asking.goesOn().orElseGet(() -> new ConversationId(UUID.randomUUID()));
    return transactions.in(
        asking.tenant(),
        rows -> {
          if (asking.goesOn().isPresent()) {
            goOn(rows, asking.user(), id);
          } else {
            found(rows, asking, id, question);
          }
          int number = append(rows, id, question);
          return new Asked(asking.tenant(), id, number, asking.goesOn().isEmpty());
        });
  }

  private static void found(TenantRows rows, Asking asking, ConversationId id, Turn question) {
    String line = question.question().replaceAll("\\s+", " ");
    rows.sql(
            """
            INSERT INTO conversations (id, tenant_id, user_id, repository_id, title, created_at,
              continued_at)
            VALUES (:id, :tenant, :user, :repository, :title, clock_timestamp(),
              clock_timestamp())
            """)
        .param("id", id.value())
        .param("user", asking.user().value())
        .param("repository", asking.repository().value())
        .param("title", line.substring(0, Math.min(TITLE_LENGTH_MAX, line.length())))
        .update();
  }

  /** Locks the row of the conversation, so that numbers of turns follow one another. */
  private static void goOn(TenantRows rows, UserId user, ConversationId id) {
    int there =
        rows.sql(
                """
                UPDATE conversations SET continued_at = clock_timestamp()
                WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                """)
            .param("user", user.value())
            .param("id", id.value())
            .update();
    if (there == 0) {
      throw TenantException.notFound();
    }
  }

  private static int append(TenantRows rows, ConversationId id, Turn question) {
    return rows.sql(
            """
            INSERT INTO messages (tenant_id, conversation_id, number, turn, open_until)
            SELECT :tenant, :id, coalesce(max(number), 0) + 1, :turn,
              clock_timestamp() + :millis * interval '1 millisecond'
            FROM messages WHERE tenant_id = :tenant AND conversation_id = :id
            RETURNING number
            """)
        .param("id", id.value())
        .param("turn", ConversationText.json(question))
        .param("millis", OPEN.toMillis())
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /** Time between two signs that somebody answers. */
  static Duration pause() {
    return OPEN.dividedBy(4);
  }

  /** Says that somebody still answers; false when the conversation was deleted. */
  boolean renew(Asked asked) {
    return transactions.in(
            asked.tenant(),
            rows ->
                rows.sql(
                        """
                        UPDATE messages
                        SET open_until = clock_timestamp() + :millis * interval '1 millisecond'
                        WHERE tenant_id = :tenant AND conversation_id = :id AND number = :number
                        """)
                    .param("millis", OPEN.toMillis())
                    .param("id", asked.conversation().value())
                    .param("number", asked.number())
                    .update())
        == 1;
  }

  /**
   * Keeps what a question was answered.
   *
   * @param before the conversation before it, with a new summary where one was made
   */
  void end(Asked asked, Conversation before, Turn turn) {
    transactions.in(
        asked.tenant(),
        rows -> {
          rows.sql(
                  """
                  UPDATE conversations SET continued_at = clock_timestamp(),
                    summary = coalesce(CAST(:summary AS text), summary),
                    summary_turns = greatest(summary_turns, :count)
                  WHERE tenant_id = :tenant AND id = :id
                  """)
              .param("summary", before.summary().map(Conversation.Summary::text).orElse(null))
              .param("count", before.summary().map(Conversation.Summary::turnCount).orElse(0))
              .param("id", asked.conversation().value())
              .update();
          return rows.sql(
                  """
                  UPDATE messages SET turn = :turn, open_until = NULL
                  WHERE tenant_id = :tenant AND conversation_id = :id AND number = :number
                  """)
              .param("turn", ConversationText.json(turn))
              .param("id", asked.conversation().value())
              .param("number", asked.number())
              .update();
        });
  }

  /** Forgets a question that could not be looked into at all, as if it had not been asked. */
  void forget(Asked asked) {
    transactions.in(
        asked.tenant(),
        rows -> {
          rows.sql(
                  """
                  DELETE FROM messages
                  WHERE tenant_id = :tenant AND conversation_id = :id AND number = :number
                  """)
              .param("id", asked.conversation().value())
              .param("number", asked.number())
              .update();
          return rows.sql(
                  """
                  DELETE FROM conversations c WHERE tenant_id = :tenant AND id = :id AND :first
                    AND NOT EXISTS (SELECT FROM messages m WHERE m.tenant_id = :tenant
                      AND m.conversation_id = c.id)
                  """)
              .param("id", asked.conversation().value())
              .param("first", asked.isFirst())
              .update();
        });
  }
}
