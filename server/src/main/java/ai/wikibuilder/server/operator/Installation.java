package ai.wikibuilder.server.operator;

import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What there is in the installation, for its operator. Threads may share it. */
@Component
public final class Installation {
  /** Lines of one part of a list. */
  public static final int COUNT_MAX = 50;

  /** Tenants in the list of what was spent, the most expensive ones. */
  private static final int SPENDING_COUNT_MAX = 200;

  private final SystemTransactions system;
  private final Clock clock;

  Installation(SystemTransactions system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  /**
   * Tenants, the newest first.
   *
   * @param before the last one of the part before
   */
  public Listed<TenantLine> tenants(Operator operator, Optional<UUID> before) {
    return system.run(rows -> Listed.of(tenants(rows, before), COUNT_MAX, TenantLine::id));
  }

  private List<TenantLine> tenants(SystemRows rows, Optional<UUID> before) {
    return rows.sql(
            """
            SELECT t.*,
              (SELECT count(*) FROM memberships m WHERE m.tenant_id = t.id) AS members,
              (SELECT count(*) FROM repositories r WHERE r.tenant_id = t.id) AS repositories,
              coalesce(u.tokens, 0) AS tokens, coalesce(u.money, 0) AS money
            FROM tenants t LEFT JOIN LATERAL (
              SELECT sum(tokens_in + tokens_out) AS tokens, sum(micro_dollars) AS money
              FROM usage_entries WHERE tenant_id = t.id AND used_at >= :month) u ON true
            WHERE t.kind <> 'public' AND (CAST(:before AS uuid) IS NULL OR (t.created_at, t.id) < (
              SELECT created_at, id FROM tenants WHERE id = CAST(:before AS uuid)))
            ORDER BY t.created_at DESC, t.id DESC LIMIT :most
            """)
        .param("month", month())
        .param("before", before.orElse(null))
        .param("most", COUNT_MAX + 1)
        .query((row, _) ->
            new TenantLine(
                row.getObject("id", UUID.class),
                row.getString("kind"),
                row.getString("name"),
                row.getString("plan"),
                row.getInt("members"),
                row.getInt("repositories"),
                row.getLong("tokens"),
                row.getLong("money"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "disabled_at")))
        .list();
  }

  /**
   * People, the newest first.
   *
   * @param before the last one of the part before
   */
  public Listed<PersonLine> people(Operator operator, Optional<UUID> before) {
    return system.run(rows -> Listed.of(people(rows, before), COUNT_MAX, PersonLine::id));
  }

  private List<PersonLine> people(SystemRows rows, Optional<UUID> before) {
    return rows.sql(
            """
            SELECT u.*,
              (SELECT count(*) FROM browser_sessions s
                WHERE s.user_id = u.id AND s.expires_at > :now)
              + (SELECT count(DISTINCT family) FROM refresh_tokens r
                WHERE r.user_id = u.id AND r.revoked_at IS NULL AND r.expires_at > :now) AS sessions
            FROM users u WHERE CAST(:before AS uuid) IS NULL OR (u.created_at, u.id) < (
              SELECT created_at, id FROM users WHERE id = CAST(:before AS uuid))
            ORDER BY u.created_at DESC, u.id DESC LIMIT :most
            """)
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("before", before.orElse(null))
        .param("most", COUNT_MAX + 1)
        .query((row, _) ->
            new PersonLine(
                row.getObject("id", UUID.class),
                row.getString("email"),
                row.getBoolean("operator"),
                row.getObject("verified_at") != null,
                row.getInt("sessions"),
                instant(row, "created_at").orElseThrow(),
                instant(row, "last_login_at"),
                instant(row, "disabled_at")))
        .list();
  }

  /**
   * What tenants have used of models this month, the most expensive first; who called none is not
   * there. That a build was asked for is an entry of usage too, and no call.
   */
  public List<Spend> spend(Operator operator) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT t.id, t.name, count(*) AS calls, sum(e.tokens_in + e.tokens_out) AS tokens,
                  sum(e.micro_dollars) AS money
                FROM usage_entries e JOIN tenants t ON t.id = e.tenant_id
                WHERE e.used_at >= :month AND e.kind <> 'build' GROUP BY t.id, t.name
                ORDER BY money DESC, tokens DESC, t.id LIMIT :most
                """)
            .param("month", month())
            .param("most", SPENDING_COUNT_MAX)
            .query((row, _) ->
                new Spend(
                    row.getObject("id", UUID.class),
                    row.getString("name"),
                    row.getLong("calls"),
                    row.getLong("tokens"),
                    row.getLong("money")))
            .list());
  }

  private OffsetDateTime month() {
    return clock.instant().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
