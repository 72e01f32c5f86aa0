package ai.wikibuilder.server.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.accounts.Registration.Credentials;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.accounts.passwords.CommonPasswords;
import ai.wikibuilder.server.accounts.passwords.PasswordHashing;
import ai.wikibuilder.server.accounts.passwords.PasswordRules;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Whether an address has an account is not to be read from how long a wrong login takes. The usual
 * dose counts the work that is done, which no busy machine changes; the long one measures.
 */
@ExtendWith(RunningServer.class)
class LoginTimingTest {
  private static final int PAIRS = 2_000;
  private static final double DIFFERENCE_MAX = 0.05;

  private Cast cast;

  @BeforeEach
  void onTheServer(Server server) {
    cast = new Cast(server);
  }

  /** Counts what costs an eighth of a second. */
  private static final class Counting implements PasswordEncoder {
    private final PasswordEncoder real = new Argon2PasswordEncoder(16, 32, 1, 1_024, 1);
    private final AtomicInteger comparisons = new AtomicInteger();

    @Override
    public @Nullable String encode(@Nullable CharSequence password) {
      return real.encode(password);
    }

    @Override
    public boolean matches(@Nullable CharSequence password, @Nullable String hash) {
      comparisons.incrementAndGet();
      return real.matches(password, hash);
    }
  }

  @Test
  void everyWrongLoginComparesOneHashWhetherThereIsAnAccountOrNot() {
    Counting counting = new Counting();
    Logins logins = logins(new PasswordHashing(2, counting));
    Cast.Person disabled = cast.person();
    cast.part(People.class).setDisabled(disabled.id(), true);
    List<String> addresses =
        List.of(
            cast.person().email(),
            UUID.randomUUID() + "@example.org",
            disabled.email(),
            withoutPassword().email());

    for (String address : addresses) {
      int before = counting.comparisons.get();
      assertThatThrownBy(() -> logins.enter(new EmailAddress(address), "a wrong password here"))
          .isInstanceOf(AccountException.class)
          .hasMessage("Wrong address or password.");

      assertThat(counting.comparisons.get() - before).as(address).isEqualTo(1);
    }
  }

  private Cast.Person withoutPassword() {
    Cast.Person person = cast.person();
    cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql("UPDATE users SET hashed_password = NULL WHERE id = :id")
                .param("id", person.id().value())
                .update());
    return person;
  }

  @Test
  void aForgottenPasswordMakesOneLinkWhetherThereIsAnAccountOrNot() {
    Logins logins = cast.part(Logins.class);
    for (String address : List.of(cast.person().email(), UUID.randomUUID() + "@example.org")) {
      long before = newestLinks();

      logins.forget(new EmailAddress(address));

      assertThat(newestLinks()).as(address).isGreaterThan(before);
    }
  }

  /** Moments at which links were made, as one growing number. */
  private long newestLinks() {
    return cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql(
                    """
                    SELECT coalesce(max(extract(epoch FROM created_at) * 1000000), 0)::bigint
                    FROM one_time_links WHERE purpose = 'reset'
                    """)
                .query((row, _) -> row.getLong(1))
                .single());
  }

  @Test
  @Tag("long")
  void twoThousandPairsOfKnownAndUnknownTakeTheSameTime() {
    Logins logins = cast.part(Logins.class);
    EmailAddress known = new EmailAddress(cast.person().email());
    List<Long> ofKnown = new ArrayList<>();
    List<Long> ofUnknown = new ArrayList<>();
    for (int pair = 0; pair < PAIRS; pair++) {
      EmailAddress unknown = new EmailAddress(UUID.randomUUID() + "@example.org");
      // In turns, so that whatever else the machine does meets both.
      if (pair % 2 == 0) {
        ofKnown.add(nanos(logins, known));
        ofUnknown.add(nanos(logins, unknown));
      } else {
        ofUnknown.add(nanos(logins, unknown));
        ofKnown.add(nanos(logins, known));
      }
    }

    double difference = Math.abs(median(ofKnown) - median(ofUnknown)) / median(ofUnknown);
    System.out.printf(
        "known %.2f ms, unknown %.2f ms, difference %.2f %%%n",
        median(ofKnown) / 1e6, median(ofUnknown) / 1e6, difference * 100);
    assertThat(difference).isLessThan(DIFFERENCE_MAX);
  }

  private static long nanos(Logins logins, EmailAddress email) {
    long begin = System.nanoTime();
    assertThatThrownBy(() -> logins.enter(email, "a wrong password here"))
        .isInstanceOf(AccountException.class);
    return System.nanoTime() - begin;
  }

  private static double median(List<Long> times) {
    return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
  }

  private Logins logins(PasswordHashing hashing) {
    return new Logins(
        cast.part(SystemTransactions.class),
        new Credentials(new PasswordRules(CommonPasswords.read()), hashing),
        new OneTimeLinks(new SecureRandom(), Clock.systemUTC()),
        new Letters(
            _ -> {},
            new AccountSettings(
                RegistrationMode.OPEN,
                Optional.empty(),
                () -> java.net.URI.create("http://localhost"),
                Optional.empty())),
        cast.part(PasswordTries.class),
        Metrics.unread(),
        Clock.systemUTC());
  }
}
