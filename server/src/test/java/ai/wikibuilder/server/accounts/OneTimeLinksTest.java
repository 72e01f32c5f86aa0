package ai.wikibuilder.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How long links of letters are good, how often, and for what. */
@ExtendWith(RunningServer.class)
class OneTimeLinksTest {
  private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

  private SystemTransactions system;
  private UserId person;

  @BeforeEach
  void somebody(Server server) {
    Cast cast = new Cast(server);
    system = cast.part(SystemTransactions.class);
    person = cast.person().id();
  }

  private static OneTimeLinks at(Instant time) {
    return new OneTimeLinks(new SecureRandom(), Clock.fixed(time, ZoneOffset.UTC));
  }

  private RandomSecret made(Purpose purpose) {
    OneTimeLinks links = at(NOW);
    return system.run(rows ->
        purpose == Purpose.ADDRESS
            ? links.make(
                rows, person, new EmailAddress("new-" + UUID.randomUUID() + "@example.org"))
            : links.make(rows, purpose, Optional.of(person)));
  }

  private boolean isGood(RandomSecret link, Purpose purpose, Instant time) {
    return system.run(rows ->
        at(time)
            .use(rows, purpose, link)
            .flatMap(OneTimeLinks.Used::user)
            .filter(person::equals)
            .isPresent());
  }

  @ParameterizedTest
  @CsvSource({"VERIFICATION, PT24H", "RESET, PT1H", "ADDRESS, PT24H"})
  void aLinkIsGoodUntilItsTimeIsOver(Purpose purpose, Duration life) {
    assertThat(isGood(made(purpose), purpose, NOW.plus(life).minusSeconds(1))).isTrue();
    assertThat(isGood(made(purpose), purpose, NOW.plus(life))).isFalse();
  }

  @Test
  void aLinkIsGoodOnceAndForItsPurposeAlone() {
    RandomSecret link = made(Purpose.RESET);

    assertThat(isGood(link, Purpose.VERIFICATION, NOW)).isFalse();
    assertThat(isGood(link, Purpose.RESET, NOW)).isTrue();
    assertThat(isGood(link, Purpose.RESET, NOW)).isFalse();
  }

  @Test
  void aNewLinkEndsTheOneBefore() {
    RandomSecret before = made(Purpose.RESET);
    RandomSecret next = made(Purpose.RESET);

    assertThat(isGood(before, Purpose.RESET, NOW)).isFalse();
    assertThat(isGood(next, Purpose.RESET, NOW)).isTrue();
  }
}
