package ai.wikibuilder.server.quota;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Organisation;
import ai.wikibuilder.server.quota.Allowance.Reservation;
import ai.wikibuilder.server.quota.Allowance.Work;
import ai.wikibuilder.server.tenants.TenantTransactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** On the plan {@code free}: 2,000,000 tokens and 5 dollars a month. */
@ExtendWith(RunningServer.class)
class AllowanceTest {
  private static final Amount ALL = new Amount(2_000_000, 5_000_000);

  private Organisation organisation;
  private TenantTransactions transactions;
  private Allowance allowance;

  @BeforeEach
  void organisation(Server server) {
    Cast cast = new Cast(server);
    organisation = cast.organisation();
    transactions = cast.part(TenantTransactions.class);
    allowance = cast.part(Allowance.class);
  }

  private Reservation reserve(Allowance asked, long tokens) {
    return asked.reserve(
        new Work(
            organisation.tenant(),
            organisation.owner().id(),
            Optional.empty(),
            new Amount(tokens, 1_000)));
  }

  private static UsageEntry call(long tokens) {
    return new UsageEntry("ask", Optional.of("m"), tokens, 0, 1, Instant.now());
  }

  @Test
  void whatIsHeldBackIsNobodyElsesUntilItIsGivenBack() {
    try (Reservation most = reserve(allowance, 1_900_000)) {
      assertThat(most.held()).isEqualTo(new Amount(1_900_000, 1_000));
      try (Reservation rest = reserve(allowance, 500_000)) {
        assertThat(rest.held().tokens()).isEqualTo(100_000);
        assertThatThrownBy(() -> reserve(allowance, 1))
            .isInstanceOfSatisfying(
                QuotaException.class,
                e -> {
                  assertThat(e.kind()).isEqualTo(QuotaException.Kind.TOKENS);
                  assertThat(e.isHeldBack()).as("nothing is used yet").isTrue();
                  assertThat(e.until()).hasValue(java.time.Duration.ofMinutes(1));
                })
            .hasMessageContaining("plan free allows 2000000 tokens a month");
      }
    }
    try (Reservation all =
        allowance.reserve(
            new Work(organisation.tenant(), organisation.owner().id(), Optional.empty(), ALL))) {
      assertThat(all.held()).isEqualTo(ALL);
    }
  }

  /** A build that was killed would otherwise find the whole month held back by itself. */
  @Test
  void whoeverGoesOnWithWorkTakesThePlaceOfWhoeverWasKilledAtIt() {
    Optional<UUID> build = Optional.of(UUID.randomUUID());
    Work work = new Work(organisation.tenant(), organisation.owner().id(), build, ALL);
    Reservation ofKilled = allowance.reserve(work);
    ofKilled.enter(call(100_000));

    try (Reservation next = allowance.reserve(work)) {
      ofKilled.close(); // one that was only asleep takes nothing away

      assertThat(next.held().tokens()).isEqualTo(1_900_000);
      assertThatThrownBy(() -> reserve(allowance, 1)).isInstanceOf(QuotaException.class);
    }
  }

  @Test
  void eachCallIsUsageFromThenOnAndNoLongerHeldBack() {
    try (Reservation work = reserve(allowance, 1_000_000)) {
      work.enter(call(400_000));
      work.enter(call(900_000)); // the last call may cost more than was thought
    }
    try (Reservation rest = reserve(allowance, 2_000_000)) {
      assertThat(rest.held().tokens()).isEqualTo(700_000);
    }
  }

  @Test
  void whatACallMayCostIsHeldBackWhileItIsUnderWayAndNoLonger() {
    try (Reservation build = reserve(allowance, 0)) {
      assertThat(build.add(new Amount(1_900_000, 1_000))).isTrue();
      assertThat(build.add(new Amount(200_000, 1_000))).as("more than is left").isFalse();
      try (Reservation question = reserve(allowance, 500_000)) {
        assertThat(question.held().tokens()).isEqualTo(100_000);
      }

      build.enter(call(50_000), new Amount(1_900_000, 1_000));

      try (Reservation question = reserve(allowance, 2_000_000)) {
        assertThat(question.held().tokens()).isEqualTo(1_950_000);
      }
    }
  }

  /** Its own row is another worker's by then. */
  @Test
  void aCallOfWhoeverWasTakenForDeadIsHeldBackAllTheSame() {
    Optional<UUID> build = Optional.of(UUID.randomUUID());
    Work work = new Work(organisation.tenant(), organisation.owner().id(), build, new Amount(0, 0));
    Reservation asleep = allowance.reserve(work);

    try (Reservation next = allowance.reserve(work)) {
      assertThat(asleep.add(new Amount(1_500_000, 0))).isTrue();
      assertThat(next.add(new Amount(600_000, 0))).isFalse();
      asleep.close();
      assertThat(next.add(new Amount(600_000, 0))).isTrue();
    }
  }

  @Test
  void aKeyOfOnesOwnIsNotCounted(Server server) {
    new Cast(server)
        .part(Usage.class)
        .enter(organisation.tenant(), organisation.owner().id(), call(2_000_000));

    try (Reservation all = reserve(allowance, 2_000_000)) {
      assertThat(all.held().tokens()).isEqualTo(2_000_000);
    }
  }

  /** A process that was killed gives nothing back. */
  @Test
  void whatNobodyRenewsIsFreeAfterAWhile() {
    Clock earlier = Clock.fixed(Instant.now().minus(Duration.ofMinutes(21)), ZoneOffset.UTC);
    assertThat(reserve(new Allowance(transactions, earlier), 2_000_000).held().tokens())
        .isEqualTo(2_000_000);

    try (Reservation again = reserve(allowance, 2_000_000)) {
      assertThat(again.held().tokens()).isEqualTo(2_000_000);
    }
  }

  /** Each is charged what it held back: with all of them sent, 50 % more than the plan allows. */
  @Test
  void callsOfManyBuildsAtOnceCostNoMoreThanThePlanAllows() throws Exception {
    Amount most = new Amount(75_000, 1_000);
    List<Callable<Long>> asked = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      asked.add(() -> {
        long used = 0;
        try (Reservation build = reserve(allowance, 0)) {
          for (int call = 0; call < 5; call++) {
            if (build.add(most)) {
              build.enter(call(most.tokens()), most);
              used += most.tokens();
            }
          }
          return used;
        } catch (QuotaException e) { // the others were faster
          return used;
        }
      });
    }
    long used = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Long> one : threads.invokeAll(asked)) {
        used += one.get();
      }
    }

    assertThat(used).isBetween(2_000_000 - most.tokens(), 2_000_000L);
  }

  @Test
  void manyAtOnceHoldBackNoMoreThanThePlanAllows() throws Exception {
    List<Callable<Long>> asked = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      asked.add(() -> {
        try {
          return reserve(allowance, 90_000).held().tokens();
        } catch (QuotaException e) {
          return 0L;
        }
      });
    }
    long held = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Long> one : threads.invokeAll(asked)) {
        held += one.get();
      }
    }

    assertThat(held).isEqualTo(2_000_000);
  }
}
