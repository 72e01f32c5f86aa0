package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchText;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;

/**
 * Researches, each seen by whoever asked. A worker takes one under a lease by the database's clock
 * and keeps each step; what a killed worker had goes on from its last step. Threads may share it.
 */
public final class Researches {
  /** Workers that may take one before it is given up. */
  private static final int ATTEMPT_COUNT_MAX = 5;

  /** A step of a slow model takes a few minutes; each one renews the lease. */
  private static final int LEASE_SECONDS = 300;

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final TenantModels models;

  Researches(TenantTransactions transactions, SystemTransactions system, TenantModels models) {
    this.transactions = transactions;
    this.system = system;
    this.models = models;
  }

  /**
   * Accepts a question; a worker takes it.
   *
   * @throws AnswerException NO_MODEL
   */
  public KeptResearch begin(
      TenantId tenant, UserId user, RepositoryId repository, String question) {
    if (!models.isAny(tenant, user)) {
      throw new AnswerException(
          AnswerException.Kind.NO_MODEL,
          "A research needs a model, and there is none: give a key of your own in the settings, or ask with POST /api/ask, which needs none.");
    }
    ResearchId id = new ResearchId(UUID.randomUUID());
    transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    INSERT INTO research_runs (id, tenant_id, user_id, repository_id, question)
                    VALUES (:id, :tenant, :user, :repository, :question)
                    """)
                .param("id", id.value())
                .param("user", user.value())
                .param("repository", repository.value())
                .param("question", question)
                .update());
    return find(tenant, user, id);
  }

  /**
   * Whose tenant a research is in. The system's transaction: only the id is known.
   *
   * @throws TenantException NOT_FOUND when the person has none of that id
   */
  public TenantId tenantOf(UserId user, ResearchId id) {
    return system
        .run(rows ->
            rows.sql("SELECT tenant_id FROM research_runs WHERE id = :id AND user_id = :user")
                .param("id", id.value())
                .param("user", user.value())
                .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
                .optional())
        .orElseThrow(TenantException::notFound);
  }

  /**
   * A research as far as it has come.
   *
   * @throws TenantException NOT_FOUND
   */
  public KeptResearch find(TenantId tenant, UserId user, ResearchId id) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM research_runs
                    WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                    """)
                .param("user", user.value())
                .param("id", id.value())
                .query((row, _) -> kept(row))
                .optional()
                .orElseThrow(TenantException::notFound));
  }

  /** Whether there is a model to research with. */
  public boolean isPossible(TenantId tenant, UserId user) {
    return models.isAny(tenant, user);
  }

  /** Ends a research; one that is over stays as it ended. The worker stops at its next step. */
  public void cancel(TenantId tenant, UserId user, ResearchId id) {
    transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    UPDATE research_runs SET state = 'cancelled', finished_at = clock_timestamp()
                    WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                      AND state IN ('queued', 'running')
                    """)
                .param("user", user.value())
                .param("id", id.value())
                .update());
  }

  /**
   * Takes the one whose turn it is: of the tenant with the fewest under way, the oldest. The
   * transaction is the system's, for turns are taken between tenants.
   */
  Optional<KeptResearch> take() {
    return system.run(rows -> {
      rows.sql(
              """
              UPDATE research_runs SET state = 'failed', finished_at = clock_timestamp(),
                failure = 'It was begun too often and never ended; ask again.'
              WHERE state = 'running' AND lease_until < clock_timestamp()
                AND attempt_count >= :most
              """)
          .param("most", ATTEMPT_COUNT_MAX)
          .update();
      return rows.sql(
              """
              UPDATE research_runs SET state = 'running', attempt_count = attempt_count + 1,
                lease_until = clock_timestamp() + :seconds * interval '1 second'
              WHERE id = (SELECT r.id FROM research_runs r
                WHERE r.state = 'queued'
                  OR (r.state = 'running' AND r.lease_until < clock_timestamp())
                ORDER BY (SELECT count(*) FROM research_runs o WHERE o.tenant_id = r.tenant_id
                  AND o.state = 'running' AND o.lease_until > clock_timestamp()), r.created_at
                LIMIT 1 FOR UPDATE SKIP LOCKED)
              RETURNING *
              """)
          .param("seconds", LEASE_SECONDS)
          .query((row, _) -> kept(row))
          .optional();
    });
  }

  /** Keeps a step; whether the taker still has it: it may be cancelled, or another's. */
  boolean keep(KeptResearch taken, ResearchRun run) {
    return write(taken, "running", "run = :text", ResearchText.json(run));
  }

  /** Ends it with a report. */
  boolean end(KeptResearch taken, String state, String report) {
    return write(taken, state, "report = :text, finished_at = clock_timestamp()", report);
  }

  /** Ends it without one. */
  boolean fail(KeptResearch taken, String why) {
    return write(taken, "failed", "failure = :text, finished_at = clock_timestamp()", why);
  }

  private boolean write(KeptResearch taken, String state, String change, String text) {
    int written =
        transactions.in(
            taken.tenant(),
            rows ->
                rows.sql(
                        "UPDATE research_runs SET state = :state, "
                            + change
                            + ", lease_until = clock_timestamp() + :seconds * interval '1 second'"
                            + " WHERE tenant_id = :tenant AND id = :id AND state = 'running'"
                            + " AND attempt_count = :attempt")
                    .param("state", state)
                    .param("text", text)
                    .param("seconds", LEASE_SECONDS)
                    .param("id", taken.id().value())
                    .param("attempt", taken.attemptCount())
                    .update());
    return written == 1;
  }

  private static KeptResearch kept(ResultSet row) throws SQLException {
    ResearchId id = new ResearchId(row.getObject("id", UUID.class));
    return new KeptResearch(
        id,
        new TenantId(row.getObject("tenant_id", UUID.class)),
        new UserId(row.getObject("user_id", UUID.class)),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        row.getString("question"),
        row.getString("state"),
        Optional.ofNullable(row.getString("run"))
            .flatMap(run -> ResearchText.read(id.plain(), run)),
        Optional.ofNullable(row.getString("report")),
        Optional.ofNullable(row.getString("failure")),
        row.getInt("attempt_count"),
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
