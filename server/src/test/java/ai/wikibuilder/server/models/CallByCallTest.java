package ai.wikibuilder.server.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.Ledger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.quota.Allowance;
import ai.wikibuilder.server.quota.Amount;
import ai.wikibuilder.server.quota.UsageEntry;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the plan {@code free}: 2,000,000 tokens and 5 dollars a month. */
@ExtendWith(RunningServer.class)
class CallByCallTest {
  private Organisation organisation;
  private Allowance allowance;

  @BeforeEach
  void organisation(Server server) {
    Cast cast = new Cast(server);
    organisation = cast.organisation();
    allowance = cast.part(Allowance.class);
  }

  private Allowance.Reservation reserve(long tokens) {
    return allowance.reserve(
        new Allowance.Work(
            organisation.tenant(),
            organisation.owner().id(),
            Optional.empty(),
            new Amount(tokens, 1_000)));
  }

  private static Ledger ledger(Allowance.Reservation month, long tokens) {
    Budget budget = new Budget(Optional.empty(), Optional.of(tokens));
    return new CallByCall(
        new BudgetedLedger(budget, LedgerStore.none()), month, CallByCallTest::entry);
  }

  private static UsageEntry entry(LedgerEntry call) {
    return new UsageEntry(
        "call", Optional.of(call.model()), call.usage().tokens(), 0, 1, call.at());
  }

  private static Usage tokens(int count) {
    return new Usage(count, 0, 0, Optional.of(Money.ZERO));
  }

  private long left() {
    try (Allowance.Reservation all = reserve(2_000_000)) {
      return all.held().tokens();
    }
  }

  @Test
  void aCallIsHeldBackUntilItIsWrittenDown() {
    try (Allowance.Reservation month = reserve(0)) {
      Ledger ledger = ledger(month, 1_000_000);

      Ledger.Reservation call = ledger.reserve(tokens(40_000));
      assertThat(left()).isEqualTo(1_960_000);
      call.settle(
          new LedgerEntry(
              Instant.now(),
              Purpose.PAGE,
              "overview",
              "m",
              tokens(30_000),
              1,
              false,
              Optional.empty()));

      assertThat(left()).isEqualTo(1_970_000);
      assertThat(ledger.spent().tokens()).isEqualTo(30_000);
    }
  }

  @Test
  void aCallThatTheWorksOwnBudgetRefusesHoldsNothingBack() {
    try (Allowance.Reservation month = reserve(0)) {
      Ledger ledger = ledger(month, 10_000);

      assertThatThrownBy(() -> ledger.reserve(tokens(40_000)))
          .isInstanceOf(ModelException.class)
          .hasMessageContaining("10,000 of 10,000 are left");

      assertThat(left()).isEqualTo(2_000_000);
    }
  }

  @Test
  void aCallThatTheRestOfTheMonthIsTooSmallForIsNotSent() {
    try (Allowance.Reservation month = reserve(0);
        Allowance.Reservation others = reserve(1_980_000)) {
      Ledger ledger = ledger(month, 1_000_000);

      assertThatThrownBy(() -> ledger.reserve(tokens(40_000)))
          .isInstanceOfSatisfying(
              ModelException.class,
              e -> assertThat(e.kind()).isEqualTo(ModelException.Kind.OVER_BUDGET))
          .hasMessageContaining("needs up to 40,000 tokens");
      assertThat(others.held().tokens()).isEqualTo(1_980_000);
    }
  }
}
