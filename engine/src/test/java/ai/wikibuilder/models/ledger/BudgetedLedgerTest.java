package ai.wikibuilder.models.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class BudgetedLedgerTest {
  @Test
  void whatIsSetAsideIsGivenBackWhenItWasNotUsed() {
    BudgetedLedger ledger = ledger("1000-tokens");

    Ledger.Reservation first = ledger.reserve(usage(600, 200));
    assertThatThrownBy(() -> ledger.reserve(usage(200, 1))).isInstanceOf(ModelException.class);
    first.settle(entry(usage(100, 50)));
    ledger.reserve(usage(600, 250)).settle(entry(usage(600, 250)));

    assertThat(ledger.spent().tokens()).isEqualTo(1_000);
    assertThatThrownBy(() -> ledger.reserve(usage(1, 0)))
        .isInstanceOfSatisfying(
            ModelException.class,
            e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.OVER_BUDGET))
        .hasMessageContaining("1,000");
  }

  @Test
  void aBudgetInMoneyNeedsPrices() {
    BudgetedLedger ledger = ledger("1usd");
    Usage unpriced = new Usage(10, 0, 10, Optional.empty());

    assertThatThrownBy(() -> ledger.reserve(unpriced))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("model.facts")
        .hasMessageNotContaining("used up");
  }

  @Test
  void aModelThatCostsNothingMayBeUsedWithoutEndButNotOnABudgetOfZero() {
    Usage free = new Usage(10, 0, 10, Optional.of(Money.ZERO));
    BudgetedLedger ledger = ledger("0.01usd");
    for (int i = 0; i < 100; i++) {
      ledger.reserve(free).settle(entry(free));
    }

    assertThat(ledger.spent().calls()).isEqualTo(100);
    assertThatThrownBy(() -> ledger("0usd").reserve(free)).isInstanceOf(ModelException.class);
  }

  @Test
  void aReservationIsSettledOnce() {
    BudgetedLedger ledger = ledger("1000-tokens");
    Ledger.Reservation reservation = ledger.reserve(usage(1, 1));
    reservation.settle(entry(usage(1, 1)));

    assertThatThrownBy(() -> reservation.settle(entry(usage(1, 1))))
        .isInstanceOf(IllegalStateException.class);
    assertThat(ledger.spent().calls()).isEqualTo(1);
  }

  private static BudgetedLedger ledger(String budget) {
    return new BudgetedLedger(Budget.parse(budget).orElseThrow(), LedgerStore.none());
  }

  private static Usage usage(int in, int out) {
    return new Usage(in, 0, out, Optional.of(new Money(in + out)));
  }

  private static LedgerEntry entry(Usage usage) {
    return new LedgerEntry(
        Instant.EPOCH, Purpose.PAGE, "page", "model", usage, 1, false, Optional.empty());
  }
}
