package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.BuildRows;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.leases.Hold;
import ai.wikibuilder.server.jobs.leases.Leases;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Whose turn it is. Threads may share it.
 *
 * <p>Among the tenants that have something waiting and run fewer builds than their plan allows, the
 * one with the fewest running comes first, then the one whose last turn is longest ago; of one
 * tenant the oldest. So a tenant with a thousand builds keeps nobody else waiting for more than
 * those that run. What is built for all tenants at once is not begun a second time. A build whose
 * worker was lost waits like any other, one that lost several for a while more. Workers choose one
 * at a time (an advisory lock), which takes milliseconds for builds that take minutes.
 *
 * <p>The transactions are the system's: whose turn it is cannot be seen by one tenant.
 */
final class Turns {
  private static final String NEXT =
      """
      WITH candidates AS (
        SELECT b.id, b.tenant_id, b.repository_id, b.created_at,
          b.not_before <= clock_timestamp() AND (b.state = 'queued' OR b.attempt_count < 2
            OR l.expires_at IS NULL OR l.expires_at + (b.attempt_count - 1)
              * (0.25 + 0.75 * (hashtext(b.id::text || b.attempt_count) & 1023) / 1023)
              * :spread * interval '1 millisecond' <= clock_timestamp()) AS due,
          coalesce(b.state = 'running' AND l.token = b.lease_token
            AND l.expires_at > clock_timestamp(), false) AS held,
          coalesce(l.expires_at > clock_timestamp(), false) AS leased,
          EXISTS (SELECT FROM builds r WHERE r.repository_id = b.repository_id
            AND r.state = 'running' AND r.id <> b.id)
            OR (b.request_key IN (:shared) AND EXISTS (SELECT FROM repositories own
              JOIN repositories shared ON shared.tenant_id = public_tenant()
                AND shared.normalized_repo_id = own.normalized_repo_id
              JOIN repository_leases s ON s.repository_id = shared.id
                AND s.expires_at > clock_timestamp()
              WHERE own.id = b.repository_id)) AS behind
        FROM builds b LEFT JOIN repository_leases l ON l.repository_id = b.repository_id
        WHERE b.state IN ('queued', 'running')
      ), loads AS (
        SELECT c.tenant_id, count(*) FILTER (WHERE c.held) AS running,
          (SELECT max(t.turn_at) FROM builds t WHERE t.tenant_id = c.tenant_id) AS last_turn
        FROM candidates c GROUP BY c.tenant_id
      )
      SELECT c.id, c.tenant_id, c.repository_id FROM candidates c
      JOIN loads USING (tenant_id)
      JOIN tenants t ON t.id = c.tenant_id
      JOIN plans p ON p.name = t.plan
      WHERE c.due AND NOT c.leased AND NOT c.behind AND loads.running < p.builds_at_once
        AND t.disabled_at IS NULL
      ORDER BY loads.running, loads.last_turn NULLS FIRST, c.created_at, c.id
      LIMIT 1
      """;

  /**
   * Part of a lease that a build whose second worker was lost is let be at most; after a third it
   * is twice as much. How long it is differs from build to build and from time to time: where
   * workers are ended in a rhythm (nodes that are drained, a limit of memory), a build that came
   * back exactly when its lease ran out met the same end again and again, and was then taken for
   * what ends workers.
   */
  private static final double SPREAD = 0.5;

  /** Wishes whose wikis are built for all tenants at once. */
  private static final List<String> SHARED =
      Stream.of(BuildWish.composed(), BuildWish.composed().withFewerPages())
          .map(BuildWish::key)
          .toList();

  private final SystemTransactions system;
  private final Leases leases;

  Turns(SystemTransactions system, Leases leases) {
    this.system = system;
    this.leases = leases;
  }

  /** Takes the next build with its lease; empty when there is nothing to do now. */
  Optional<Turn> take() {
    return system.run(rows -> {
      rows.sql("SELECT pg_advisory_xact_lock(hashtext('aiwiki.turns'))")
          .query((_, _) -> true)
          .single();
      return rows.sql(NEXT)
          .param("shared", SHARED)
          .param("spread", SPREAD * leases.length().toMillis())
          .query((row, _) ->
              new Next(
                  new BuildId(row.getObject("id", UUID.class)),
                  new TenantId(row.getObject("tenant_id", UUID.class)),
                  new RepositoryId(row.getObject("repository_id", UUID.class))))
          .optional()
          .flatMap(next -> take(rows, next));
    });
  }

  private record Next(BuildId build, TenantId tenant, RepositoryId repository) {}

  private Optional<Turn> take(SystemRows rows, Next next) {
    Optional<Hold> hold = leases.take(rows, next.tenant(), next.repository());
    return hold.map(held -> {
      Build build =
          rows.sql(
                  """
                  UPDATE builds SET state = 'running', lease_token = :token,
                    attempt_count = attempt_count + 1, turn_at = clock_timestamp(),
                    started_at = coalesce(started_at, clock_timestamp())
                  WHERE id = :id RETURNING *
                  """)
              .param("token", held.token())
              .param("id", next.build().value())
              .query((row, _) -> BuildRows.read(row))
              .single();
      return new Turn(build, held);
    });
  }
}
