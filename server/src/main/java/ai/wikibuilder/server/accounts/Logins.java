package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.accounts.Registration.Credentials;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.telemetry.Metric;
import ai.wikibuilder.server.telemetry.Metrics;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Proves that an account is somebody's, by password. Threads may share it. */
@Component
public final class Logins {
  private final SystemTransactions system;
  private final Credentials credentials;
  private final OneTimeLinks links;
  private final Letters letters;
  private final PasswordTries tries;
  private final Metrics metrics;
  private final Clock clock;

  Logins(
      SystemTransactions system,
      Credentials credentials,
      OneTimeLinks links,
      Letters letters,
      PasswordTries tries,
      Metrics metrics,
      Clock clock) {
    this.system = system;
    this.credentials = credentials;
    this.links = links;
    this.letters = letters;
    this.tries = tries;
    this.metrics = metrics;
    this.clock = clock;
  }

  private record Known(UserId id, Optional<String> hash, boolean verified, boolean disabled) {}

  /**
   * The account, when the password is its. Takes as long and says the same for an address that has
   * none.
   *
   * @throws AccountException CREDENTIALS, UNVERIFIED after a right password alone, BUSY
   */
  public Account enter(EmailAddress email, String password) {
    Optional<Known> known = system.run(rows -> known(rows, email));
    Optional<Boolean> matches = credentials.hashing().matches(password, known.flatMap(Known::hash));
    if (matches.isEmpty()) {
      metrics.count(Metric.LOGINS, "busy");
      throw Registration.busy();
    }
    boolean right = matches.get();
    @Nullable Known person = known.filter(found -> right && !found.disabled()).orElse(null);
    if (person == null) {
      metrics.count(Metric.LOGINS, "refused");
      refused(known);
      throw wrong();
    }
    metrics.count(Metric.LOGINS, person.verified() ? "entered" : "unverified");
    if (!person.verified()) {
      throw new AccountException(
          AccountException.Kind.UNVERIFIED,
          "This address is not verified yet; open the link in the letter that was sent to it.");
    }
    return system.run(rows -> {
      rows.sql("UPDATE users SET last_login_at = :now WHERE id = :id")
          .param("now", now())
          .param("id", person.id().value())
          .update();
      return People.find(rows, person.id()).orElseThrow(Logins::wrong);
    });
  }

  /** Where there is an account, its person can see that somebody tried. */
  private void refused(Optional<Known> known) {
    system.run(rows -> {
      AuditAction action = AuditAction.LOGIN_REFUSED;
      if (known.isEmpty()) {
        // What was typed is not kept: people type passwords into the other field.
        rows.record(new AuditEntry(action, "an address without an account"));
      } else {
        String why = known.get().disabled() ? "the account is shut" : "wrong password";
        rows.record(known.get().id(), new AuditEntry(action, why));
      }
      return known;
    });
  }

  private static Optional<Known> known(SystemRows rows, EmailAddress email) {
    return rows.sql(
            """
            SELECT id, hashed_password, verified_at, disabled_at
            FROM users WHERE email_key = :key
            """)
        .param("key", email.key())
        .query((row, _) ->
            new Known(
                new UserId(row.getObject("id", UUID.class)),
                Optional.ofNullable(row.getString("hashed_password")),
                row.getObject("verified_at") != null,
                row.getObject("disabled_at") != null))
        .optional();
  }

  private static AccountException wrong() {
    return new AccountException(AccountException.Kind.CREDENTIALS, "Wrong address or password.");
  }

  /**
   * Sends a link to a new password, if the address has an account; says nothing about that, and
   * does the same for an address that has none: a link that nobody receives and that opens nothing.
   *
   * @throws AccountException BUSY
   */
  public void forget(EmailAddress email) {
    letters.require(email);
    system
        .run(rows -> {
          Optional<Account> account =
              People.find(rows, email).filter(found -> found.verified() && !found.disabled());
          RandomSecret made = links.make(rows, Purpose.RESET, account.map(Account::id));
          return account.map(found -> new Reset(found.email(), made));
        })
        .ifPresent(reset -> letters.reset(reset.to(), reset.link()));
  }

  /**
   * A link to a new password.
   *
   * @param to the address as the account has it: what was typed may look alike, be taken for the
   *     same, and reach somebody else
   */
  private record Reset(EmailAddress to, RandomSecret link) {}

  /**
   * Gives the person of the link a new password; everything that was logged in is out.
   *
   * @throws AccountException INVALID, LINK, BUSY; the link still works after the first and the last
   */
  public void reset(RandomSecret link, String password) {
    String hash =
        credentials.hashed(password, new EmailAddress("reset@localhost")); // whose is not known yet
    system.run(rows -> {
      UserId user =
          links
              .use(rows, Purpose.RESET, link)
              .flatMap(OneTimeLinks.Used::user)
              .orElseThrow(() ->
                  new AccountException(
                      AccountException.Kind.LINK,
                      "This link is unknown, was used before or is too old; ask for a new one."));
      rows.sql(
              """
              UPDATE users SET hashed_password = :hash, token_version = token_version + 1
              WHERE id = :id
              """)
          .param("hash", hash)
          .param("id", user.value())
          .update();
      endSessions(rows, user);
      rows.record(user, new AuditEntry(AuditAction.PASSWORD_RESET, "by a letter"));
      return user;
    });
  }

  /**
   * Gives somebody who knows the present password another one. Sessions stay; ending them is the
   * person's choice.
   *
   * @throws AccountException CREDENTIALS when the present one is wrong, INVALID, BUSY
   * @throws ai.wikibuilder.server.quota.QuotaException RATE
   */
  public void change(Account account, String present, String wanted) {
    tries.count(account.id());
    Optional<Known> known = system.run(rows -> known(rows, account.email()));
    if (known.isPresent() && known.get().hash().isEmpty()) {
      throw new AccountException(
          AccountException.Kind.INVALID,
          "Your account has no password. A letter with a link to choose one is sent where a"
              + " forgotten one is asked for.");
    }
    boolean right =
        credentials
            .hashing()
            .matches(present, known.flatMap(Known::hash))
            .orElseThrow(Registration::busy);
    if (!right) {
      refused(known);
      throw new AccountException(
          AccountException.Kind.CREDENTIALS, "The present password is another one.");
    }
    String hash = credentials.hashed(wanted, account.email());
    system.run(rows -> {
      rows.record(account.id(), new AuditEntry(AuditAction.PASSWORD_CHANGED, "by its person"));
      return rows.sql("UPDATE users SET hashed_password = :hash WHERE id = :id")
          .param("hash", hash)
          .param("id", account.id().value())
          .update();
    });
  }

  /** Ends every session of the person, in browsers and of the API. */
  static void endSessions(SystemRows rows, UserId user) {
    for (String table : new String[] {"browser_sessions", "refresh_tokens"}) {
      rows.sql("DELETE FROM " + table + " WHERE user_id = :id").param("id", user.value()).update();
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
