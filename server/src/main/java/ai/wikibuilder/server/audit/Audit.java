package ai.wikibuilder.server.audit;

import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads what has happened. A tenant's entries are read as the tenant; names of people, who belong
 * to no tenant, and the whole list are the system's. Threads may share it.
 */
@Component
public final class Audit {
  /** Entries of one page. */
  public static final int COUNT_MAX = 100;

  private final TenantTransactions transactions;
  private final SystemTransactions system;

  Audit(TenantTransactions transactions, SystemTransactions system) {
    this.transactions = transactions;
    this.system = system;
  }

  private record Row(AuditPage.Line line, @Nullable UUID user) {
    Row named(String who) {
      return new Row(
          new AuditPage.Line(
              line.id(),
              line.action(),
              line.subject(),
              who,
              line.tenant(),
              line.address(),
              line.happenedAt()),
          user);
    }
  }

  /**
   * What happened in the tenant.
   *
   * @param before the entry that was the last one of the page before
   */
  public AuditPage of(TenantId tenant, Optional<UUID> before) {
    List<Row> rows =
        transactions.in(
            tenant,
            found ->
                found
                    .sql(
                        """
                        SELECT a.*, t.name AS tenant_name FROM audit_entries a
                        JOIN tenants t ON t.id = a.tenant_id
                        WHERE a.tenant_id = :tenant AND (CAST(:before AS uuid) IS NULL OR
                          (a.happened_at, a.id) < (SELECT happened_at, id FROM audit_entries
                            WHERE id = CAST(:before AS uuid) AND tenant_id = :tenant))
                        ORDER BY a.happened_at DESC, a.id DESC LIMIT :most
                        """)
                    .param("before", before.orElse(null))
                    .param("most", COUNT_MAX + 1)
                    .query((row, _) -> row(row))
                    .list());
    return page(named(rows, Optional.of(tenant)));
  }

  /** What happened anywhere, for the operator. */
  public AuditPage ofInstallation(Optional<UUID> before) {
    List<Row> rows =
        system.run(found ->
            found
                .sql(
                    """
                    SELECT a.*, t.name AS tenant_name FROM audit_entries a
                    LEFT JOIN tenants t ON t.id = a.tenant_id
                    WHERE CAST(:before AS uuid) IS NULL OR (a.happened_at, a.id) < (
                      SELECT happened_at, id FROM audit_entries WHERE id = CAST(:before AS uuid))
                    ORDER BY a.happened_at DESC, a.id DESC LIMIT :most
                    """)
                .param("before", before.orElse(null))
                .param("most", COUNT_MAX + 1)
                .query((row, _) -> row(row))
                .list());
    return page(named(rows, Optional.empty()));
  }

  private static Row row(ResultSet row) throws SQLException {
    @Nullable String tenant = row.getString("tenant_name");
    return new Row(
        new AuditPage.Line(
            row.getObject("id", UUID.class),
            row.getString("action"),
            row.getString("subject"),
            "",
            tenant == null ? "" : tenant,
            row.getString("address"),
            row.getObject("happened_at", OffsetDateTime.class).toInstant()),
        row.getObject("user_id", UUID.class));
  }

  /** A tenant's owners see that the operator acted, and not which person that is. */
  private List<Row> named(List<Row> rows, Optional<TenantId> reader) {
    List<UUID> users =
        rows.stream().map(Row::user).filter(user -> user != null).distinct().toList();
    if (users.isEmpty()) {
      return rows;
    }
    Map<UUID, String> names = new HashMap<>();
    system.run(found -> {
      found
          .sql(
              """
              SELECT id, CASE WHEN operator AND CAST(:tenant AS uuid) IS NOT NULL AND NOT EXISTS (
                  SELECT FROM memberships m WHERE m.user_id = u.id
                    AND m.tenant_id = CAST(:tenant AS uuid))
                THEN 'operator' ELSE email END AS name
              FROM users u WHERE id IN (:users)
              """)
          .param("tenant", reader.map(TenantId::value).orElse(null))
          .param("users", users)
          .query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
          });
      return names;
    });
    return rows.stream().map(row -> row.named(names.getOrDefault(row.user(), ""))).toList();
  }

  private static AuditPage page(List<Row> rows) {
    boolean more = rows.size() > COUNT_MAX;
    List<AuditPage.Line> lines = rows.stream().limit(COUNT_MAX).map(Row::line).toList();
    return new AuditPage(lines, more ? Optional.of(lines.getLast().id()) : Optional.empty());
  }
}
