package ai.wikibuilder.server.models;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.ledger.Spent;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.UsageEntry;
import java.util.function.Function;

/**
 * The ledger of work on a plan, each of whose calls holds back what it may cost before it is sent
 * and until it is written down: a call that the rest of the month is too small for is not sent.
 * Threads may share it.
 */
final class CallByCall implements Ledger {
  private final Ledger own;
  private final Allowance.Reservation month;
  private final Function<LedgerEntry, UsageEntry> counted;

  /**
   * @param own what the work itself may spend; keeps no entries
   * @param month where calls hold back what they may cost
   * @param counted what is written down of a call
   */
  CallByCall(Ledger own, Allowance.Reservation month, Function<LedgerEntry, UsageEntry> counted) {
    this.own = own;
    this.month = month;
    this.counted = counted;
  }

  @Override
  public Reservation reserve(Usage most) {
    long nanos = most.cost().map(Money::nanos).orElse(0L);
    Amount amount = new Amount(most.tokens(), Math.ceilDiv(nanos, TenantModels.NANOS_OF_MICRO));
    if (!month.add(amount)) {
      throw new ModelException(
          ModelException.Kind.OVER_BUDGET,
          "the budget is used up: the next call needs up to %,d tokens, and less is left of what the plan allows this month"
              .formatted(most.tokens()));
    }
    Reservation call;
    try {
      call = own.reserve(most);
    } catch (ModelException e) {
      month.giveBack(amount);
      throw e;
    }
    return entry -> {
      call.settle(entry);
      month.enter(counted.apply(entry), amount);
    };
  }

  @Override
  public Spent spent() {
    return own.spent();
  }
}
