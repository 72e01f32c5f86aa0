package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The plans there are: data, the operator's to change. Threads may share it. */
public final class Plans {
  private final SystemTransactions system;
  private final Clock clock;

  public Plans(SystemTransactions system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  /** All of them, the smallest first. */
  public List<Plan> all() {
    return system.run(rows ->
        rows.sql("SELECT * FROM plans ORDER BY builds_per_day, name")
            .query((row, _) -> plan(row))
            .list());
  }

  public Optional<Plan> find(String name) {
    return all().stream().filter(plan -> plan.name().equals(name)).findFirst();
  }

  /**
   * The plan of a transaction's tenant, whose row stays locked until it ends: what is counted and
   * added under it cannot be counted by another one meanwhile.
   */
  public static Plan locked(TenantRows rows) {
    return rows.sql(
            """
            SELECT p.* FROM tenants t JOIN plans p ON p.name = t.plan WHERE t.id = :tenant
            FOR NO KEY UPDATE OF t
            """)
        .query((row, _) -> plan(row))
        .single();
  }

  /** Makes a plan, which no tenant is on yet; false when there is one of that name. */
  public boolean add(Plan plan) {
    return system.run(rows -> {
      int added =
          limits(
                  rows,
                  """
                  INSERT INTO plans (name, builds_per_day, repositories, tokens_per_month,
                    micro_dollars_per_month, builds_at_once, repository_bytes, updated_at)
                  VALUES (:name, :builds, :repositories, :tokens, :money, :atOnce, :bytes, :now)
                  ON CONFLICT DO NOTHING
                  """,
                  plan)
              .update();
      if (added == 1) {
        rows.record(new AuditEntry(AuditAction.PLAN_MADE, plan.name()));
      }
      return added == 1;
    });
  }

  /** Changes a plan for every tenant that is on it; whether there is one of that name. */
  public boolean change(Plan plan) {
    return system.run(rows -> {
      int changed =
          limits(
                  rows,
                  """
                  UPDATE plans SET builds_per_day = :builds, repositories = :repositories,
                    tokens_per_month = :tokens, micro_dollars_per_month = :money,
                    builds_at_once = :atOnce, repository_bytes = :bytes, updated_at = :now
                  WHERE name = :name
                  """,
                  plan)
              .update();
      if (changed == 1) {
        rows.record(new AuditEntry(AuditAction.PLAN_EDITED, plan.name()));
      }
      return changed == 1;
    });
  }

  private JdbcClient.StatementSpec limits(SystemRows rows, String statement, Plan plan) {
    return rows.sql(statement)
        .param("name", plan.name())
        .param("builds", plan.buildsPerDay())
        .param("repositories", plan.repositories())
        .param("tokens", plan.tokensPerMonth())
        .param("money", plan.microDollarsPerMonth())
        .param("atOnce", plan.buildsAtOnce())
        .param("bytes", plan.repositoryBytes())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC));
  }

  private static Plan plan(ResultSet row) throws SQLException {
    return new Plan(
        row.getString("name"),
        row.getInt("builds_per_day"),
        row.getInt("repositories"),
        row.getLong("tokens_per_month"),
        row.getLong("micro_dollars_per_month"),
        row.getInt("builds_at_once"),
        row.getLong("repository_bytes"));
  }
}
