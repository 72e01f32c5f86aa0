package ai.wikibuilder.server.jobs.work;

import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Which builds are not over. Threads may share it. The transactions are the system's: a ticket says
 * nothing of its tenant.
 */
final class OpenBuilds {
  private final SystemTransactions system;

  OpenBuilds(SystemTransactions system) {
    this.system = system;
  }

  /**
   * When somebody should look after a build again.
   *
   * @param pause for one that could be taken at any time
   * @return empty when it is over or gone
   */
  Optional<Instant> due(BuildId build, Duration pause) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT CASE WHEN not_before > clock_timestamp() THEN not_before
                  ELSE clock_timestamp() + :millis * interval '1 millisecond' END
                FROM builds WHERE id = :id AND state IN ('queued', 'running')
                """)
            .param("id", build.value())
            .param("millis", pause.toMillis())
            .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
            .optional());
  }
}
