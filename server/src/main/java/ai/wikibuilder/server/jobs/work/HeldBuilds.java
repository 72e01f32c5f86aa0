package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.events.BuildEvents;
import ai.wikibuilder.server.jobs.leases.Hold;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.sql.Types;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What the holder of a turn writes about its build. Every change names the token, and changes
 * nothing once another worker has the build. Threads may share it.
 */
final class HeldBuilds {
  private final TenantTransactions transactions;

  HeldBuilds(TenantTransactions transactions) {
    this.transactions = transactions;
  }

  /** What a worker hears when it reports. */
  enum Answer {
    GO_ON,
    /** Somebody wants no more of it. */
    CANCEL,
    /** Another worker has it, or it is gone with its repository. */
    LOST
  }

  /** Writes down how far it is. */
  Answer report(Turn turn, Progress.Report report) {
    return transactions.in(
        turn.hold().tenant(),
        rows -> {
          Optional<Boolean> cancelled =
              rows.sql(
                      """
                      UPDATE builds SET stage = :stage, units_done = :done, units_total = :total,
                        tokens = :tokens, micro_dollars = :money
                      WHERE tenant_id = :tenant AND id = :id AND lease_token = :token
                        AND state = 'running'
                      RETURNING cancel_wanted_at IS NOT NULL
                      """)
                  .param("stage", report.stage())
                  .param("done", report.done())
                  .param("total", report.total())
                  .param("tokens", turn.build().progress().tokens() + report.tokens())
                  .param("money", turn.build().progress().microDollars() + report.microDollars())
                  .param("id", turn.build().id().value())
                  .param("token", turn.hold().token())
                  .query((row, _) -> row.getBoolean(1))
                  .optional();
          if (cancelled.isEmpty()) {
            return Answer.LOST;
          }
          for (Progress.Happening happening : report.happenings()) {
            BuildEvents.add(rows, turn.build().id(), happening.kind(), happening.body());
          }
          return cancelled.get() ? Answer.CANCEL : Answer.GO_ON;
        });
  }

  /** The generation readers are shown now and the digest of its manifest. */
  record Current(UUID generation, String digest) {}

  /** What is shown of the repository that a build makes. */
  Optional<Current> current(Turn turn) {
    return transactions.in(
        turn.ground().tenant(),
        rows ->
            rows.sql(
                    """
                    SELECT g.id, g.digest FROM repositories r
                    JOIN generations g ON g.id = r.current_generation
                    WHERE r.tenant_id = :tenant AND r.id = :repository
                    """)
                .param("repository", turn.ground().repository().value())
                .query((row, _) ->
                    new Current(row.getObject("id", UUID.class), row.getString("digest")))
                .optional());
  }

  /**
   * Shows a result to readers and ends the build, in one transaction.
   *
   * @return false when the lease is another's: nothing has changed then
   */
  boolean publish(Turn turn, Made made) {
    return transactions.in(
        turn.hold().tenant(),
        rows -> {
          if (!holds(rows, turn) || !show(rows, turn, made.id().value())) {
            return false;
          }
          rows.sql(
                  """
                  INSERT INTO generations (id, tenant_id, repository_id, build_id, lease_token,
                    commit_id, digest, page_count, byte_count)
                  VALUES (:id, :tenant, :repository, :build, :token, :commit, :digest, :pages,
                    :bytes)
                  """)
              .param("id", made.id().value())
              .param("repository", turn.hold().repository().value())
              .param("build", turn.build().id().value())
              .param("token", turn.hold().token())
              .param("commit", made.commit())
              .param("digest", made.digest())
              .param("pages", made.pageCount())
              .param("bytes", made.byteCount())
              .update();
          return end(rows, turn, Ending.with(made.state(), made.id().value()));
        });
  }

  /**
   * Shows readers a generation that all tenants share and ends the build, in one transaction.
   *
   * @return false when the lease is another's: nothing has changed then
   */
  boolean adopt(Turn turn, UUID generation, BuildState state) {
    return transactions.in(
        turn.hold().tenant(),
        rows ->
            holds(rows, turn)
                && show(rows, turn, generation)
                && end(rows, turn, Ending.with(state, generation)));
  }

  /** The one update that publishes. The token only grows, so that nothing is shown twice. */
  private static boolean show(TenantRows rows, Turn turn, UUID generation) {
    return rows.sql(
                """
                UPDATE repositories SET current_generation = :generation, published_token = :token,
                  shared_id = :shared, last_generated_at = clock_timestamp()
                WHERE tenant_id = :tenant AND id = :repository AND published_token < :token
                """)
            .param("generation", generation)
            .param(
                "shared",
                turn.shared().map(Hold::repository).map(RepositoryId::value).orElse(null),
                Types.OTHER)
            .param("token", turn.hold().token())
            .param("repository", turn.hold().repository().value())
            .update()
        == 1;
  }

  /** Locks the lease against the next taker for the rest of the transaction. */
  private static boolean holds(TenantRows rows, Turn turn) {
    return rows.sql(
            """
            SELECT token FROM repository_leases
            WHERE tenant_id = :tenant AND repository_id = :repository AND token = :token
              AND owner = :owner
            FOR SHARE
            """)
        .param("repository", turn.hold().repository().value())
        .param("token", turn.hold().token())
        .param("owner", turn.hold().owner())
        .query((row, _) -> row.getLong(1))
        .optional()
        .isPresent();
  }

  /** How a build ends. */
  record Ending(BuildState state, Optional<UUID> generation, Optional<Build.Failure> failure) {
    static Ending with(BuildState state, UUID generation) {
      return new Ending(state, Optional.of(generation), Optional.empty());
    }

    static Ending cancelled() {
      return new Ending(BuildState.CANCELLED, Optional.empty(), Optional.empty());
    }

    static Ending failed(Build.Failure failure) {
      return new Ending(BuildState.FAILED, Optional.empty(), Optional.of(failure));
    }
  }

  /** Ends the build; whether it was this worker's to end. */
  boolean end(Turn turn, Ending ending) {
    return transactions.in(turn.hold().tenant(), rows -> end(rows, turn, ending));
  }

  private static boolean end(TenantRows rows, Turn turn, Ending ending) {
    int ended =
        rows.sql(
                """
                UPDATE builds SET state = :state, generation_id = :generation,
                  failure_kind = :kind, failure = :failure, finished_at = clock_timestamp()
                WHERE tenant_id = :tenant AND id = :id AND lease_token = :token
                  AND state = 'running'
                """)
            .param("state", ending.state().word())
            .param("generation", ending.generation().orElse(null), Types.OTHER)
            .param("kind", ending.failure().map(Build.Failure::kind).orElse(null))
            .param("failure", ending.failure().map(Build.Failure::message).orElse(null))
            .param("id", turn.build().id().value())
            .param("token", turn.hold().token())
            .update();
    if (ended == 0) {
      return false;
    }
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("state", ending.state().word());
    ending.generation().ifPresent(id -> body.put("generation", id.toString()));
    ending
        .failure()
        .ifPresent(failure -> {
          body.put("kind", failure.kind());
          body.put("message", failure.message());
        });
    BuildEvents.add(rows, turn.build().id(), "state", body);
    return true;
  }

  /** Why a build is put back in the queue. */
  sealed interface Reason {
    /** It was a try that failed, and counts as one. */
    record Tried(Build.Failure why) implements Reason {}

    /** What it needs is not there: that is no try of it. */
    record Hindered(Build.Failure why) implements Reason {}

    /** Nothing failed: its worker is told to stop, or its turn is another's. */
    record Stopped() implements Reason {}

    private Optional<Build.Failure> failure() {
      return switch (this) {
        case Tried(Build.Failure why) -> Optional.of(why);
        case Hindered(Build.Failure why) -> Optional.of(why);
        case Stopped() -> Optional.empty();
      };
    }
  }

  /**
   * Puts the build back in the queue.
   *
   * @param wait until when nobody takes it
   */
  void putBack(Turn turn, Duration wait, Reason reason) {
    Optional<Build.Failure> why = reason.failure();
    transactions.in(
        turn.hold().tenant(),
        rows -> {
          int back =
              rows.sql(
                      """
                      UPDATE builds SET state = 'queued', attempt_count = attempt_count - :untried,
                        not_before = clock_timestamp() + :millis * interval '1 millisecond',
                        put_back_at = CASE WHEN CAST(:kind AS text) IS NOT NULL
                          THEN clock_timestamp() END,
                        put_back_kind = :kind, put_back_why = :why
                      WHERE tenant_id = :tenant AND id = :id AND lease_token = :token
                        AND state = 'running'
                      """)
                  .param("untried", reason instanceof Reason.Tried ? 0 : 1)
                  .param("kind", why.map(Build.Failure::kind).orElse(null), Types.VARCHAR)
                  .param("why", why.map(Build.Failure::message).orElse(null), Types.VARCHAR)
                  .param("millis", wait.toMillis())
                  .param("id", turn.build().id().value())
                  .param("token", turn.hold().token())
                  .update();
          if (back == 1) {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("state", BuildState.QUEUED.word());
            why.ifPresent(failure -> {
              body.put("kind", failure.kind());
              body.put("message", failure.message());
            });
            BuildEvents.add(rows, turn.build().id(), "state", body);
          }
          return back;
        });
  }
}
