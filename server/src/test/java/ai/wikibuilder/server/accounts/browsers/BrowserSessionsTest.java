package ai.wikibuilder.server.accounts.browsers;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.Departure;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.api.Cast.Person;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class BrowserSessionsTest {
  private final Instant start = Instant.now().truncatedTo(ChronoUnit.MILLIS);
  private static final Device DEVICE = new Device("Firefox on Linux", "192.0.2.7");

  private Cast cast;
  private Person person;

  @BeforeEach
  void somebody(Server server) {
    cast = new Cast(server);
    person = cast.person();
  }

  private BrowserSessions after(Duration time) {
    return new BrowserSessions(
        cast.part(SystemTransactions.class),
        new SecureRandom(),
        Clock.fixed(start.plus(time), ZoneOffset.UTC));
  }

  private RandomSecret begun() {
    return after(Duration.ZERO).begin(person.id(), DEVICE);
  }

  @Test
  void aSessionIsFoundByItsSecretAlone() {
    RandomSecret secret = begun();

    Visit visit = after(Duration.ZERO).find(secret).orElseThrow();

    assertThat(visit.email()).isEqualTo(person.email());
    assertThat(visit.caller().user()).isEqualTo(person.id());
    assertThat(visit.caller().personalTenant()).isEqualTo(person.account().personalTenant());
    assertThat(visit.caller().operator()).isFalse();
    assertThat(after(Duration.ZERO).find(new RandomSecret(secret.text() + "x"))).isEmpty();
    assertThat(after(Duration.ZERO).find(new RandomSecret(""))).isEmpty();
  }

  @Test
  void theDatabaseKeepsAHashAndNotTheSecret() {
    RandomSecret secret = begun();

    List<String> rows =
        cast.part(SystemTransactions.class)
            .run(rowsOf ->
                rowsOf
                    .sql("SELECT to_jsonb(s)::text FROM browser_sessions s WHERE user_id = :user")
                    .param("user", person.id().value())
                    .query((row, _) -> row.getString(1))
                    .list());

    assertThat(rows).hasSize(1).noneMatch(row -> row.contains(secret.text()));
  }

  @Test
  void aSessionThatIsNotUsedEndsAfterAWeek() {
    RandomSecret secret = begun();

    Duration week = BrowserSessions.IDLE_MAX;

    assertThat(after(week).find(secret)).isEmpty();
    assertThat(after(week.minusSeconds(1)).find(secret)).isPresent();
    assertThat(after(week.multipliedBy(2).minusSeconds(2)).find(secret))
        .as("being used has made it longer")
        .isPresent();
  }

  @Test
  void aSessionThatIsUsedEveryDayEndsAfterThirtyAllTheSame() {
    RandomSecret secret = begun();

    for (int day = 1; day < 30; day++) {
      assertThat(after(Duration.ofDays(day)).find(secret)).as("day %d", day).isPresent();
    }

    assertThat(after(BrowserSessions.LIFE.minusSeconds(1)).find(secret)).isPresent();
    assertThat(after(BrowserSessions.LIFE).find(secret)).isEmpty();
  }

  @Test
  void theTimeOfTheLastUseIsWrittenOnceAMinute() {
    RandomSecret secret = begun();

    after(Duration.ofSeconds(59)).find(secret);
    Instant early = lastSeen();
    after(Duration.ofSeconds(61)).find(secret);
    Instant later = lastSeen();

    assertThat(early).isEqualTo(start);
    assertThat(later).isEqualTo(start.plusSeconds(61));
  }

  private Instant lastSeen() {
    return cast.part(Sessions.class).of(person.id()).stream()
        .filter(session -> session.kind().equals("browser"))
        .findFirst()
        .orElseThrow()
        .lastSeenAt();
  }

  @Test
  void theHundredthOtherSessionEndsTheOneUsedLongestAgo() {
    RandomSecret first = begun();
    RandomSecret second = after(Duration.ofSeconds(1)).begin(person.id(), DEVICE);

    for (int count = 2; count <= BrowserSessions.SESSION_COUNT_MAX; count++) {
      after(Duration.ofSeconds(count)).begin(person.id(), DEVICE);
    }

    assertThat(after(Duration.ofMinutes(5)).find(first)).isEmpty();
    assertThat(after(Duration.ofMinutes(5)).find(second)).isPresent();
  }

  @Test
  void signingOutEndsTheOneAndSigningOutEverywhereAll() {
    RandomSecret here = begun();
    RandomSecret there = begun();

    after(Duration.ZERO).end(here);
    boolean thereStill = after(Duration.ZERO).find(there).isPresent();
    cast.part(Sessions.class).endAll(person.id());

    assertThat(after(Duration.ZERO).find(here)).isEmpty();
    assertThat(thereStill).isTrue();
    assertThat(after(Duration.ZERO).find(there)).isEmpty();
  }

  @Test
  void anAccountThatWasShutAndOpenedAgainHasNoSession() {
    RandomSecret secret = begun();

    cast.part(People.class).setDisabled(person.id(), true);
    boolean whileShut = after(Duration.ZERO).find(secret).isPresent();
    cast.part(People.class).setDisabled(person.id(), false);

    assertThat(whileShut).isFalse();
    assertThat(after(Duration.ZERO).find(secret)).isEmpty();
  }

  @Test
  void aDeletedAccountHasNoSession() {
    RandomSecret secret = begun();

    cast.part(Departure.class).depart(person.id());

    assertThat(after(Duration.ZERO).find(secret)).isEmpty();
  }
}
