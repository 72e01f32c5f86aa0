package ai.wikibuilder.server.accounts.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RunningServer.class)
class TokenFamiliesTest {
  private static final Device DEVICE = new Device("test", "127.0.0.1");

  private final Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
  private SystemTransactions system;
  private SecretBox box;
  private UserId user;

  @BeforeEach
  void person(Server server) {
    Cast cast = new Cast(server);
    system = cast.part(SystemTransactions.class);
    box = cast.part(SecretBox.class);
    user = cast.person().id();
  }

  /** The families as they are so long after the start. */
  private TokenFamilies after(Duration time) {
    Clock clock = Clock.fixed(start.plus(time), ZoneOffset.UTC);
    return new TokenFamilies(
        system, new SigningKeys(system, box, clock), new SecureRandom(), clock);
  }

  private Optional<Caller> caller(String token, Duration time) {
    Clock clock = Clock.fixed(start.plus(time), ZoneOffset.UTC);
    return new Bearers(system, new SigningKeys(system, box, clock), clock).caller(token);
  }

  @Test
  void anAccessTokenIsGoodForTenMinutes() {
    String token = after(Duration.ZERO).begin(user, DEVICE).accessToken();

    assertThat(caller(token, Duration.ofSeconds(599)).map(Caller::user)).contains(user);
    assertThat(caller(token, Duration.ofMinutes(10))).isEmpty();
  }

  @Test
  void twoHundredRefreshesOfOneTokenAtOnceGiveOneSuccessor() throws Exception {
    RandomSecret refresh = after(Duration.ZERO).begin(user, DEVICE).refresh();
    TokenFamilies families = after(Duration.ofMinutes(1));
    List<Callable<Boolean>> attempts =
        Stream.generate(() -> (Callable<Boolean>) () -> families.refresh(refresh).isPresent())
            .limit(200)
            .toList();

    int successors = 0;
    try (ExecutorService many = Executors.newFixedThreadPool(12)) {
      for (Future<Boolean> attempt : many.invokeAll(attempts)) {
        successors += attempt.get() ? 1 : 0;
      }
    }

    assertThat(successors).isEqualTo(1);
  }

  @Test
  void anOldTokenThatIsShownWithinARaceIsRefusedAndEndsNothing() {
    TokenFamilies.Pair first = after(Duration.ZERO).begin(user, DEVICE);
    TokenFamilies.Pair second = after(Duration.ZERO).refresh(first.refresh()).orElseThrow();

    assertThat(after(Duration.ofSeconds(9)).refresh(first.refresh())).isEmpty();
    assertThat(after(Duration.ofSeconds(9)).refresh(second.refresh())).isPresent();
  }

  @Test
  void anOldTokenThatIsShownLaterEndsTheWholeFamily() {
    TokenFamilies.Pair first = after(Duration.ZERO).begin(user, DEVICE);
    TokenFamilies.Pair second = after(Duration.ZERO).refresh(first.refresh()).orElseThrow();

    assertThat(after(Duration.ofSeconds(11)).refresh(first.refresh())).isEmpty();

    assertThat(after(Duration.ofSeconds(12)).refresh(second.refresh())).isEmpty();
    assertThat(caller(second.accessToken(), Duration.ofSeconds(12))).isEmpty();
  }

  @Test
  void aFamilyEndsWhenItIsNotUsedAndInAnyCaseAfterNinetyDays() {
    TokenFamilies.Pair pair = after(Duration.ZERO).begin(user, DEVICE);
    assertThat(after(Duration.ofDays(14)).refresh(pair.refresh())).isEmpty();

    TokenFamilies.Pair used = after(Duration.ZERO).begin(user, DEVICE);
    for (int day = 10; day < 90; day += 10) {
      used = after(Duration.ofDays(day)).refresh(used.refresh()).orElseThrow();
    }
    assertThat(after(Duration.ofDays(90)).refresh(used.refresh())).isEmpty();
  }

  @Test
  void otherPeoplesFamiliesGoOn() {
    TokenFamilies.Pair mine = after(Duration.ZERO).begin(user, DEVICE);
    TokenFamilies.Pair other = after(Duration.ZERO).begin(user, DEVICE);
    after(Duration.ZERO).refresh(mine.refresh());
    after(Duration.ofSeconds(11)).refresh(mine.refresh());

    assertThat(after(Duration.ofSeconds(12)).refresh(other.refresh())).isPresent();
  }

  @Test
  void aTokenSignedWithTheKeyBeforeIsGoodUntilItEnds(Server server) {
    SigningKeys keys = new Cast(server).part(SigningKeys.class);
    String before = after(Duration.ZERO).begin(user, DEVICE).accessToken();
    String shownBefore = keys.publicKeys();

    keys.rotate();

    assertThat(keys.publicKeys()).isNotEqualTo(shownBefore).doesNotContain("\"d\"");
    assertThat(caller(before, Duration.ofMinutes(1))).isPresent();
    String now = after(Duration.ofMinutes(1)).begin(user, DEVICE).accessToken();
    assertThat(caller(now, Duration.ofMinutes(1))).isPresent();
  }
}
