package ai.wikibuilder.benchmarks.workers;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.Placement;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Looks at rows and files when all is over. */
final class Findings {
  private final Installation installation;
  private final Path scratch;

  Findings(Installation installation, Path scratch) {
    this.installation = installation;
    this.scratch = scratch;
  }

  /**
   * What was found.
   *
   * @param twice builds with more than one generation, and repositories with more than builds
   * @param torn generations with a file that is missing or not as its checksum says
   * @param backwards generations published under a smaller token than one before
   * @param otherWaitedSeconds from the request of the tenant with one build to its turn
   * @param longestSeconds from its turn to its end, the longest of the tenant with many
   */
  record Found(
      int done,
      int failed,
      int open,
      int twice,
      int torn,
      int backwards,
      int takenAgain,
      double otherWaitedSeconds,
      double longestSeconds,
      double medianSeconds) {}

  Found look() throws SQLException {
    return new Found(
        count("SELECT count(*) FROM builds WHERE state = 'done'"),
        count("SELECT count(*) FROM builds WHERE state IN ('failed', 'cancelled', 'capped')"),
        count("SELECT count(*) FROM builds WHERE state IN ('queued', 'running')"),
        count(
                "SELECT count(*) FROM (SELECT build_id FROM generations GROUP BY build_id"
                    + " HAVING count(*) > 1) AS twice")
            + count(
                "SELECT count(*) FROM (SELECT build_id FROM build_events WHERE kind = 'state'"
                    + " AND body LIKE '%\"state\":\"done\"%' GROUP BY build_id"
                    + " HAVING count(*) > 1) AS twice"),
        torn(),
        count(
            "SELECT count(*) FROM repositories r JOIN generations g ON g.repository_id = r.id"
                + " WHERE g.lease_token > r.published_token"),
        count("SELECT count(*) FROM builds WHERE attempt_count > 1"),
        installation.number(
            "SELECT max(extract(epoch FROM started_at - created_at)) FROM builds WHERE tenant_id ="
                + " (SELECT tenant_id FROM builds GROUP BY tenant_id ORDER BY count(*) LIMIT 1)"),
        installation.number("SELECT max(extract(epoch FROM finished_at - started_at)) FROM builds"),
        installation.number(
            "SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM finished_at"
                + " - turn_at)) FROM builds WHERE state = 'done'"));
  }

  /** Builds that have no wiki, each with what is said of it. */
  List<String> failures() throws SQLException {
    return installation
        .rows(
            "SELECT id, state, attempt_count, failure_kind, failure,"
                + " round(extract(epoch FROM finished_at - started_at))"
                + " FROM builds WHERE state <> 'done' ORDER BY created_at")
        .stream()
        .map(row ->
            "build %s: %s after %s workers and %s s, %s: %s"
                .formatted(row.get(0), row.get(1), row.get(2), row.get(5), row.get(3), row.get(4)))
        .toList();
  }

  private int count(String sql) throws SQLException {
    return (int) installation.number(sql);
  }

  private int torn() throws SQLException {
    int torn = 0;
    for (List<String> row :
        installation.rows("SELECT tenant_id, repository_id, id FROM generations")) {
      Path place = Path.of(row.get(0), row.get(1), row.get(2));
      Placement placement =
          new Placement(
              scratch.resolve("data/storage/index").resolve(place),
              scratch.resolve("data/storage/wiki").resolve(place));
      try (Generation generation = placement.open()) {
        generation.verify();
      } catch (GenerationException e) {
        torn++;
      }
    }
    return torn;
  }
}
