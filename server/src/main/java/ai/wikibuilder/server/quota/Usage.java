package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What tenants have used, exact to the call. Threads may share it. */
public final class Usage {
  /** Entries shown with a summary. */
  private static final int LATEST_COUNT_MAX = 100;

  private final TenantTransactions transactions;
  private final Clock clock;

  public Usage(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Writes down, for good, what counts against no limit of tokens or money: work without a model,
   * calls with a key of the tenant's own. For the others see {@link Allowance}.
   */
  public void enter(TenantId tenant, UserId user, UsageEntry entry) {
    transactions.in(tenant, rows -> enter(rows, user, entry, false));
  }

  static int enter(TenantRows rows, UserId user, UsageEntry entry, boolean central) {
    return rows.sql(
            """
            INSERT INTO usage_entries (id, tenant_id, user_id, kind, model, tokens_in,
              tokens_out, micro_dollars, used_at, central)
            VALUES (:id, :tenant, :user, :kind, :model, :in, :out, :money, :at, :central)
            """)
        .param("id", UUID.randomUUID())
        .param("user", user.value())
        .param("kind", entry.kind())
        .param("model", entry.model().orElse(null))
        .param("in", entry.tokensIn())
        .param("out", entry.tokensOut())
        .param("money", entry.microDollars())
        .param("at", entry.usedAt().atOffset(ZoneOffset.UTC))
        .param("central", central)
        .update();
  }

  /** Writes down that a build was accepted, in the transaction that accepts it. */
  public static void enterBuild(TenantRows rows, UserId user, Instant at) {
    rows.sql(
            """
            INSERT INTO usage_entries (id, tenant_id, user_id, kind, used_at)
            VALUES (:id, :tenant, :user, 'build', :at)
            """)
        .param("id", UUID.randomUUID())
        .param("user", user.value())
        .param("at", at.atOffset(ZoneOffset.UTC))
        .update();
  }

  /** Builds that were accepted since midnight, UTC, also of repositories that are gone. */
  public static int buildsToday(TenantRows rows, Instant now) {
    return rows.sql(
            """
            SELECT count(*) FROM usage_entries
            WHERE tenant_id = :tenant AND kind = 'build' AND used_at >= :day
            """)
        .param("day", now.atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS))
        .query((row, _) -> row.getInt(1))
        .single();
  }

  /** What the tenant has used this month. */
  public UsageSummary thisMonth(TenantId tenant) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    OffsetDateTime month = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    return transactions.in(tenant, rows -> summary(rows, month, now.truncatedTo(ChronoUnit.DAYS)));
  }

  private static UsageSummary summary(TenantRows rows, OffsetDateTime month, OffsetDateTime day) {
    int repositories =
        rows.sql("SELECT count(*) FROM repositories WHERE tenant_id = :tenant")
            .query((row, _) -> row.getInt(1))
            .single();
    List<UsageEntry> latest = latest(rows, month);
    return rows.sql(
            """
            SELECT count(*) FILTER (WHERE kind = 'build' AND used_at >= :day) AS builds,
              coalesce(sum(tokens_in + tokens_out), 0) AS tokens,
              coalesce(sum(micro_dollars), 0) AS money
            FROM usage_entries WHERE tenant_id = :tenant AND used_at >= :month
            """)
        .param("day", day)
        .param("month", month)
        .query((row, _) ->
            new UsageSummary(
                month.toInstant(),
                row.getInt("builds"),
                repositories,
                row.getLong("tokens"),
                row.getLong("money"),
                latest))
        .single();
  }

  private static List<UsageEntry> latest(TenantRows rows, OffsetDateTime month) {
    return rows.sql(
            """
            SELECT * FROM usage_entries WHERE tenant_id = :tenant AND used_at >= :month
            ORDER BY used_at DESC, id LIMIT :most
            """)
        .param("month", month)
        .param("most", LATEST_COUNT_MAX)
        .query((row, _) -> {
          Instant at = row.getObject("used_at", OffsetDateTime.class).toInstant();
          return new UsageEntry(
              row.getString("kind"),
              Optional.ofNullable(row.getString("model")),
              row.getLong("tokens_in"),
              row.getLong("tokens_out"),
              row.getLong("micro_dollars"),
              at);
        })
        .list();
  }
}
