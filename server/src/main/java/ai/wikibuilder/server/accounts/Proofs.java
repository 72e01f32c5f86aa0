package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Asks somebody who is logged in to prove it once more, before something that cannot be undone: by
 * the password or, where there is none, by a login that has just begun. Threads may share it.
 */
@Component
public final class Proofs {
  /** How long a login proves so much. */
  private static final Duration FRESH = Duration.ofMinutes(10);

  private final SystemTransactions system;
  private final Logins logins;
  private final PasswordTries tries;
  private final Clock clock;

  Proofs(SystemTransactions system, Logins logins, PasswordTries tries, Clock clock) {
    this.system = system;
    this.logins = logins;
    this.tries = tries;
    this.clock = clock;
  }

  /** Whether the person has a password to prove it by. */
  public boolean isByPassword(UserId user) {
    return system.run(rows ->
        rows.sql("SELECT hashed_password IS NOT NULL FROM users WHERE id = :user")
            .param("user", user.value())
            .query((row, _) -> row.getBoolean(1))
            .optional()
            .orElse(false));
  }

  /**
   * Lets pass who proves it.
   *
   * @param password asked for when the person has one
   * @param login the session or login the request belongs to
   * @throws AccountException CREDENTIALS when it is not proven, BUSY
   * @throws ai.wikibuilder.server.quota.QuotaException RATE
   */
  public void require(Account account, Supplier<String> password, Optional<UUID> login) {
    if (isByPassword(account.id())) {
      String said = password.get();
      tries.count(account.id());
      enter(account, said);
    } else if (!isFresh(account.id(), login.orElse(null))) {
      throw new AccountException(
          AccountException.Kind.CREDENTIALS,
          "Your account has no password, so this takes a fresh login: log in again at your provider"
              + " and repeat this within %d minutes.".formatted(FRESH.toMinutes()));
    }
  }

  /** Whoever is signed in typed no address that could be wrong. */
  private void enter(Account account, String password) {
    try {
      logins.enter(account.email(), password);
    } catch (AccountException e) {
      throw e.kind() == AccountException.Kind.CREDENTIALS
          ? new AccountException(e.kind(), "This is not your password.")
          : e;
    }
  }

  /**
   * Lets pass who has logged in just now, or proves it as for {@link #require}: before something
   * that lets others in later, and can be undone.
   *
   * @throws AccountException CREDENTIALS when it is not proven, BUSY
   * @throws ai.wikibuilder.server.quota.QuotaException RATE
   */
  public void requireLately(Caller caller, Supplier<String> password) {
    if (isFresh(caller)) {
      return;
    }
    Account account = system.run(rows -> People.find(rows, caller.user()).orElseThrow());
    if (isByPassword(account.id()) && password.get().isEmpty()) {
      throw new AccountException(
          AccountException.Kind.CREDENTIALS,
          "You logged in more than %d minutes ago, so this takes your password as well."
              .formatted(FRESH.toMinutes()));
    }
    require(account, password, caller.family());
  }

  /** Whether the caller will be asked for a password: there is one, and the login is old. */
  public boolean isAskedFor(Caller caller) {
    return !isFresh(caller) && isByPassword(caller.user());
  }

  private boolean isFresh(Caller caller) {
    return isFresh(caller.user(), caller.family().orElse(null));
  }

  private boolean isFresh(UserId user, @Nullable UUID login) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT EXISTS (SELECT FROM browser_sessions WHERE user_id = :user
                    AND id = CAST(:login AS uuid) AND created_at > :since)
                  OR EXISTS (SELECT FROM refresh_tokens WHERE user_id = :user
                    AND family = CAST(:login AS uuid) AND family_created_at > :since)
                """)
            .param("user", user.value())
            .param("login", login)
            .param("since", clock.instant().minus(FRESH).atOffset(ZoneOffset.UTC))
            .query((row, _) -> row.getBoolean(1))
            .single());
  }
}
