package ai.wikibuilder.models.ledger;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Usage;

/** The ledger of one build or one question: a budget, and a store for its entries. */
public final class BudgetedLedger implements Ledger {
  private final Budget budget;
  private final LedgerStore store;
  private Spent spent = Spent.nothing();
  private Money reservedMoney = Money.ZERO;
  private long reservedTokens;

  public BudgetedLedger(Budget budget, LedgerStore store) {
    this.budget = budget;
    this.store = store;
  }

  @Override
  public synchronized Reservation reserve(Usage most) {
    budget.tokens().ifPresent(limit -> check(most, limit));
    budget.money().ifPresent(limit -> check(most, limit));
    Money money = most.cost().orElse(Money.ZERO);
    reservedMoney = reservedMoney.plus(money);
    reservedTokens += most.tokens();
    return new Held(money, most.tokens());
  }

  private void check(Usage most, long limit) {
    long left = limit - spent.tokens() - reservedTokens;
    if (most.tokens() > left) {
      throw over(
          "the next call needs up to %,d tokens, and %,d of %,d are left; give more, or write without a model"
              .formatted(most.tokens(), Math.max(0, left), limit));
    }
  }

  private void check(Usage most, Money limit) {
    Money left = limit.minus(spent.cost()).minus(reservedMoney);
    Money needed =
        most.cost()
            .orElseThrow(() ->
                new ModelException(
                    ModelException.Kind.OVER_BUDGET,
                    "the budget cannot be kept: the prices of the model are not known; say them with model.facts, or give the budget in tokens"));
    if (needed.compareTo(left) > 0 || limit.equals(Money.ZERO)) {
      throw over(
          "the next call costs up to %s, and %s of %s are left; give more, or write without a model"
              .formatted(needed, left, limit));
    }
  }

  private static ModelException over(String message) {
    return new ModelException(ModelException.Kind.OVER_BUDGET, "the budget is used up: " + message);
  }

  @Override
  public synchronized Spent spent() {
    return spent;
  }

  private final class Held implements Reservation {
    private final Money money;
    private final long tokens;
    private boolean settled;

    Held(Money money, long tokens) {
      this.money = money;
      this.tokens = tokens;
    }

    @Override
    public void settle(LedgerEntry entry) {
      synchronized (BudgetedLedger.this) {
        if (settled) {
          throw new IllegalStateException("a reservation is settled once");
        }
        settled = true;
        reservedMoney = reservedMoney.minus(money);
        reservedTokens -= tokens;
        spent = spent.plus(entry.usage());
      }
      store.append(entry);
    }
  }
}
