package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * What a tenant may still spend on the central model key this month. Work holds back the most it
 * can cost before it begins, or each of its calls does before it is sent, so that many at once
 * spend no more than the plan allows. Threads may share it.
 */
public final class Allowance {
  /** Work that does not call a model for so long has died or waits for nothing. */
  private static final Duration HELD = Duration.ofMinutes(20);

  private final TenantTransactions transactions;
  private final Clock clock;

  public Allowance(TenantTransactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * Who works, for how much.
   *
   * @param work what another process may go on with when this one has died: what that one held back
   *     is then held no more. Empty for work that ends with its process
   * @param most it may cost
   */
  public record Work(TenantId tenant, UserId user, Optional<UUID> work, Amount most) {}

  /**
   * Holds back what work may cost, or what is left when that is less.
   *
   * @throws QuotaException TOKENS or MONEY when nothing is left
   */
  public Reservation reserve(Work work) {
    TenantId tenant = work.tenant();
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    UUID id = UUID.randomUUID();
    Amount held =
        transactions.in(
            tenant,
            rows -> {
              takeTurn(rows);
              work.work().ifPresent(earlier -> giveUp(rows, earlier));
              Amount amount = work.most().atMost(rest(rows, now).require());
              rows.sql(
                      """
                      INSERT INTO reservations (id, tenant_id, tokens, micro_dollars, expires_at,
                        work)
                      VALUES (:id, :tenant, :tokens, :money, :until, :work)
                      """)
                  .param("id", id)
                  .param("work", work.work().orElse(null), java.sql.Types.OTHER)
                  .param("tokens", amount.tokens())
                  .param("money", amount.microDollars())
                  .param("until", now.plus(HELD))
                  .update();
              return amount;
            });
    return new Reservation(tenant, work.user(), id, held);
  }

  /** What a process held that was killed at this work. */
  private static void giveUp(TenantRows rows, UUID work) {
    rows.sql("DELETE FROM reservations WHERE tenant_id = :tenant AND work = :work")
        .param("work", work)
        .update();
  }

  /** Two that ask at once would both see the same rest. */
  private static void takeTurn(TenantRows rows) {
    rows.sql("SELECT pg_advisory_xact_lock(hashtextextended('allowance ' || :tenant, 0))")
        .query((row, _) -> true)
        .single();
  }

  /** What a plan allows in a month, and what became of it. */
  private record Rest(String plan, Amount whole, Amount used, Amount held, Duration untilNext) {
    /** Neither used nor held back. */
    Amount left() {
      return whole.less(used.plus(held));
    }

    /** What is left, which is something. */
    Amount require() {
      Amount left = left();
      Amount unused = whole.less(used);
      if (left.tokens() == 0) {
        throw nothingLeft(
            QuotaException.Kind.TOKENS, whole.tokens() + " tokens", unused.tokens() > 0);
      }
      if (left.microDollars() == 0) {
        String limit =
            String.format(Locale.ROOT, "%.2f US dollars", whole.microDollars() / 1_000_000.0);
        throw nothingLeft(QuotaException.Kind.MONEY, limit, unused.microDollars() > 0);
      }
      return left;
    }

    private QuotaException nothingLeft(QuotaException.Kind kind, String limit, boolean isHeld) {
      return isHeld
          ? QuotaException.heldBack(
              kind,
              "The plan %s allows %s a month, and what is left of it is held back by work that is going on. Ask again when some of it is over; a model key of your own is not counted."
                  .formatted(plan, limit))
          : new QuotaException(
              kind,
              "The plan %s allows %s a month, and all of it is used. An operator can change the plan; a model key of your own is not counted."
                  .formatted(plan, limit),
              Optional.of(untilNext));
    }
  }

  private static Rest rest(TenantRows rows, OffsetDateTime now) {
    OffsetDateTime month = now.truncatedTo(ChronoUnit.DAYS).withDayOfMonth(1);
    return rows.sql(
            """
            SELECT p.name, p.tokens_per_month, p.micro_dollars_per_month,
              coalesce((SELECT sum(tokens_in + tokens_out) FROM usage_entries
                WHERE tenant_id = :tenant AND central AND used_at >= :month), 0) AS tokens,
              coalesce((SELECT sum(micro_dollars) FROM usage_entries
                WHERE tenant_id = :tenant AND central AND used_at >= :month), 0) AS money,
              coalesce((SELECT sum(tokens) FROM reservations
                WHERE tenant_id = :tenant AND expires_at > :now), 0) AS tokens_held,
              coalesce((SELECT sum(micro_dollars) FROM reservations
                WHERE tenant_id = :tenant AND expires_at > :now), 0) AS money_held
            FROM plans p JOIN tenants t ON t.plan = p.name WHERE t.id = :tenant
            """)
        .param("month", month)
        .param("now", now)
        .query((row, _) -> {
          Amount plan =
              new Amount(row.getLong("tokens_per_month"), row.getLong("micro_dollars_per_month"));
          return new Rest(
              row.getString("name"),
              plan,
              new Amount(row.getLong("tokens"), row.getLong("money")),
              new Amount(row.getLong("tokens_held"), row.getLong("money_held")),
              Duration.between(now, month.plusMonths(1)));
        })
        .single();
  }

  /** What is held back for one piece of work, until it is closed. Threads may share it. */
  public final class Reservation implements AutoCloseable {
    private final TenantId tenant;
    private final UserId user;
    private final UUID id;
    private final Amount held;

    private Reservation(TenantId tenant, UserId user, UUID id, Amount held) {
      this.tenant = tenant;
      this.user = user;
      this.id = id;
      this.held = held;
    }

    /** What the work may cost at most. */
    public Amount held() {
      return held;
    }

    /**
     * Holds back as much more, all of it or nothing. Also for work that another process goes on
     * with by now: what a call costs that is sent all the same has to be held.
     *
     * @return false when less is left
     */
    public boolean add(Amount more) {
      OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
      return transactions.in(
          tenant,
          rows -> {
            takeTurn(rows);
            if (!more.atMost(rest(rows, now).left()).equals(more)) {
              return false;
            }
            rows.sql(
                    """
                    INSERT INTO reservations AS r (id, tenant_id, tokens, micro_dollars, expires_at)
                    VALUES (:id, :tenant, :tokens, :money, :until)
                    ON CONFLICT (id) DO UPDATE SET tokens = r.tokens + excluded.tokens,
                      micro_dollars = r.micro_dollars + excluded.micro_dollars,
                      expires_at = excluded.expires_at
                    """)
                .param("id", id)
                .param("tokens", more.tokens())
                .param("money", more.microDollars())
                .param("until", now.plus(HELD))
                .update();
            return true;
          });
    }

    /** Writes a call down, for good, and gives back as much of what is held. */
    public void enter(UsageEntry entry) {
      enter(entry, new Amount(entry.tokensIn() + entry.tokensOut(), entry.microDollars()));
    }

    /** Writes a call down, for good, and gives back what was held for it. */
    public void enter(UsageEntry entry, Amount heldForIt) {
      transactions.in(
          tenant,
          rows -> {
            Usage.enter(rows, user, entry, true);
            return giveBack(rows, heldForIt);
          });
    }

    /** Gives back what a call was to use that is not sent. */
    public void giveBack(Amount unused) {
      transactions.in(tenant, rows -> giveBack(rows, unused));
    }

    private int giveBack(TenantRows rows, Amount amount) {
      return rows.sql(
              """
              UPDATE reservations SET tokens = greatest(0, tokens - :tokens),
                micro_dollars = greatest(0, micro_dollars - :money), expires_at = :until
              WHERE tenant_id = :tenant AND id = :id
              """)
          .param("tokens", amount.tokens())
          .param("money", amount.microDollars())
          .param("until", clock.instant().plus(HELD).atOffset(ZoneOffset.UTC))
          .param("id", id)
          .update();
    }

    /** Gives back what the work did not use. */
    @Override
    public void close() {
      transactions.in(
          tenant,
          rows ->
              rows.sql("DELETE FROM reservations WHERE tenant_id = :tenant AND id = :id")
                  .param("id", id)
                  .update());
    }
  }
}
