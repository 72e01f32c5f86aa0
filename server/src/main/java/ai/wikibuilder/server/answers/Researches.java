package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.research.ResearchRun;
import ai.wikibuilder.answers.research.ResearchText;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.server.models.TenantModels;
import ai.wikibuilder.server.quota.Plan;
import ai.wikibuilder.server.quota.Plans;
import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Researches, each seen by whoever asked. A worker takes one under a lease by the database's clock
 * and keeps each step; what a killed worker had goes on from its last step. Threads may share it.
 */
public final class Researches {
  /** Workers that may take one before it is given up. */
  private static final int ATTEMPT_COUNT_MAX = 5;

  /** Of one tenant, waiting or under way; a worker does four at a time. */
  private static final int OPEN_COUNT_MAX = 20;

  /** Until one of so many is over, more often than not. */
  private static final Duration OPEN_WAIT = Duration.ofSeconds(30);

  /** A little more than anybody keeps an eye on. */
  private static final int LISTED_COUNT_MAX = 50;

  private static final String STATE = "state";

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final TenantModels models;
  private final Duration lease;

  /**
   * @param lease renewed again and again while a worker is at a research; after that another one
   *     goes on
   */
  Researches(
      TenantTransactions transactions,
      SystemTransactions system,
      TenantModels models,
      Duration lease) {
    this.transactions = transactions;
    this.system = system;
    this.models = models;
    this.lease = lease;
  }

  /**
   * Accepts a question; a worker takes it.
   *
   * @throws AnswerException NO_MODEL
   */
  public KeptResearch begin(
      TenantId tenant, UserId user, RepositoryId repository, String question) {
    return begin(tenant, user, new Wish(repository, question, Optional.empty()));
  }

  /**
   * What is to be looked into.
   *
   * @param budget most it may cost, as {@link Budget#parse} reads it; empty leaves it to the plan
   */
  public record Wish(RepositoryId repository, String question, Optional<String> budget) {
    public Wish {
      if (budget.isPresent() && Budget.parse(budget.get()).isEmpty()) {
        throw new IllegalArgumentException("a budget is 2.00usd, 500k-tokens or both");
      }
    }
  }

  /**
   * As the other, with a cap.
   *
   * @throws AnswerException NO_MODEL
   * @throws QuotaException RESEARCHES, when too many of the tenant wait or are under way
   */
  public KeptResearch begin(TenantId tenant, UserId user, Wish wish) {
    if (!models.isAny(tenant, user)) {
      throw new AnswerException(
          AnswerException.Kind.NO_MODEL,
          "A research needs a model, and there is none: give a key of your own in the settings, or ask with POST /api/ask, which needs none.");
    }
    ResearchId id = new ResearchId(UUID.randomUUID());
    transactions.in(
        tenant,
        rows -> {
          requireRoom(rows);
          rows.sql(
                  """
                  INSERT INTO research_runs
                    (id, tenant_id, user_id, repository_id, question, budget)
                  VALUES (:id, :tenant, :user, :repository, :question, CAST(:budget AS text))
                  """)
              .param("id", id.value())
              .param("user", user.value())
              .param("repository", wish.repository().value())
              .param("question", wish.question())
              .param("budget", wish.budget().orElse(null))
              .update();
          ResearchEvents.add(rows, id, STATE, Map.of(STATE, "queued"));
          return id;
        });
    return find(tenant, user, id);
  }

  private static void requireRoom(TenantRows rows) {
    Plan _ = Plans.locked(rows); // so that two at once are one after the other
    int open =
        rows.sql(
                """
                SELECT count(*) FROM research_runs
                WHERE tenant_id = :tenant AND state IN ('queued', 'running')
                """)
            .query((row, _) -> row.getInt(1))
            .single();
    if (open >= OPEN_COUNT_MAX) {
      throw new QuotaException(
          QuotaException.Kind.RESEARCHES,
          "%d researches of this tenant wait or are under way, and so many may. Ask again when one is over."
              .formatted(open),
          Optional.of(OPEN_WAIT));
    }
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
                .query((row, _) -> KeptResearch.of(row))
                .optional()
                .orElseThrow(TenantException::notFound));
  }

  /** Whether there is a model to research with. */
  public boolean isPossible(TenantId tenant, UserId user) {
    return models.isAny(tenant, user);
  }

  /** Those of a person about a repository, the newest first. */
  public List<KeptResearch> list(TenantId tenant, UserId user, RepositoryId repository) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM research_runs
                    WHERE tenant_id = :tenant AND user_id = :user AND repository_id = :repository
                    ORDER BY created_at DESC, id DESC LIMIT :most
                    """)
                .param("user", user.value())
                .param("repository", repository.value())
                .param("most", LISTED_COUNT_MAX)
                .query((row, _) -> KeptResearch.of(row))
                .list());
  }

  /** Those of a person in a tenant, so many at most, the newest first. */
  public List<KeptResearch> list(TenantId tenant, UserId user, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM research_runs WHERE tenant_id = :tenant AND user_id = :user
                    ORDER BY created_at DESC, id DESC LIMIT :most
                    """)
                .param("user", user.value())
                .param("most", limit)
                .query((row, _) -> KeptResearch.of(row))
                .list());
  }

  /** Ends a research; one that is over stays as it ended. The worker stops within seconds. */
  public void cancel(TenantId tenant, UserId user, ResearchId id) {
    transactions.in(
        tenant,
        rows -> {
          int ended =
              rows.sql(
                      """
                      UPDATE research_runs SET state = 'cancelled', finished_at = clock_timestamp()
                      WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                        AND state IN ('queued', 'running')
                      """)
                  .param("user", user.value())
                  .param("id", id.value())
                  .update();
          if (ended == 1) {
            ResearchEvents.add(rows, id, STATE, Map.of(STATE, "cancelled"));
          }
          return ended;
        });
  }

  /**
   * Has the report be a page of the repository's wiki, from its next build on, or not any more.
   *
   * @return whether there is a report that can be shown
   */
  public boolean show(TenantId tenant, UserId user, ResearchId id, boolean isShown) {
    return 1
        == transactions.in(
            tenant,
            rows ->
                rows.sql(
                        """
                        UPDATE research_runs SET shown_since =
                          CASE WHEN :shown THEN coalesce(shown_since, clock_timestamp()) END
                        WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                          AND state IN ('done', 'capped', 'failed') AND report IS NOT NULL
                        """)
                    .param("shown", isShown)
                    .param("user", user.value())
                    .param("id", id.value())
                    .update());
  }

  /** Those of a repository whose reports are pages of its wiki, the oldest first. */
  List<KeptResearch> shown(TenantId tenant, RepositoryId repository) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM research_runs
                    WHERE tenant_id = :tenant AND repository_id = :repository
                      AND shown_since IS NOT NULL ORDER BY shown_since, id
                    """)
                .param("repository", repository.value())
                .query((row, _) -> KeptResearch.of(row))
                .list());
  }

  /**
   * Takes the one whose turn it is: of the tenant with the fewest under way, the oldest. The
   * transaction is the system's, for turns are taken between tenants.
   */
  Optional<KeptResearch> take() {
    return system.run(rows -> {
      rows.sql(
              """
              WITH parked AS (UPDATE research_runs SET state = 'failed',
                  finished_at = clock_timestamp(), event_count = event_count + 1,
                  failure = 'It was begun too often and never ended; ask again.'
                WHERE state = 'running' AND lease_until < clock_timestamp()
                  AND attempt_count >= :most RETURNING *)
              INSERT INTO research_events (tenant_id, research_id, number, kind, body)
              SELECT tenant_id, id, event_count, 'state', '{"state":"failed"}' FROM parked
              """)
          .param("most", ATTEMPT_COUNT_MAX)
          .update();
      return rows.sql(
              """
              UPDATE research_runs SET state = 'running', attempt_count = attempt_count + 1,
                lease_until = clock_timestamp() + :millis * interval '1 millisecond'
              WHERE id = (SELECT r.id FROM research_runs r
                WHERE (r.state = 'queued'
                    AND (r.lease_until IS NULL OR r.lease_until <= clock_timestamp()))
                  OR (r.state = 'running' AND r.lease_until < clock_timestamp())
                ORDER BY (SELECT count(*) FROM research_runs o WHERE o.tenant_id = r.tenant_id
                  AND o.state = 'running' AND o.lease_until > clock_timestamp()), r.created_at
                LIMIT 1 FOR UPDATE SKIP LOCKED)
              RETURNING *
              """)
          .param("millis", lease.toMillis())
          .query((row, _) -> KeptResearch.of(row))
          .optional();
    });
  }

  /** Keeps a step; whether the taker still has it: it may be cancelled, or another's. */
  boolean keep(KeptResearch taken, ResearchRun run) {
    return write(taken, "running", "run = :text", ResearchText.json(run));
  }

  /** Goes on to have it, for one more lease; whether the taker still has it. */
  boolean renew(KeptResearch taken) {
    return write(taken, "running", "failure = NULLIF(:text, '')", "");
  }

  /** How long a worker that is not heard of keeps a research. */
  Duration lease() {
    return lease;
  }

  /** Gives it back: whoever looks next goes on from its last step. */
  boolean handBack(KeptResearch taken) {
    return write(
        taken,
        "queued",
        "failure = NULLIF(:text, ''), attempt_count = greatest(0, attempt_count - 1)",
        "");
  }

  /** Puts off what cannot be begun yet; nobody is told. */
  boolean putOff(KeptResearch taken, Duration wait) {
    return transactions.in(
        taken.tenant(),
        rows ->
            rows.sql(
                        """
                        UPDATE research_runs SET state = 'queued',
                          attempt_count = greatest(0, attempt_count - 1),
                          lease_until = clock_timestamp() + :millis * interval '1 millisecond'
                        WHERE tenant_id = :tenant AND id = :id AND state = 'running'
                          AND attempt_count = :attempt
                        """)
                    .param("millis", wait.toMillis())
                    .param("id", taken.id().value())
                    .param("attempt", taken.attemptCount())
                    .update()
                == 1);
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
    return transactions.in(
        taken.tenant(),
        rows -> {
          int written =
              rows.sql(
                      "UPDATE research_runs SET state = :state, "
                          + change
                          + ", lease_until = clock_timestamp() + :millis * interval '1 millisecond'"
                          + " WHERE tenant_id = :tenant AND id = :id AND state = 'running'"
                          + " AND attempt_count = :attempt")
                  .param("state", state)
                  .param("text", text)
                  .param("millis", state.equals("running") ? lease.toMillis() : 0)
                  .param("id", taken.id().value())
                  .param("attempt", taken.attemptCount())
                  .update();
          if (written == 1 && !state.equals("running")) {
            ResearchEvents.add(rows, taken.id(), STATE, Map.of(STATE, state));
          }
          return written == 1;
        });
  }
}
