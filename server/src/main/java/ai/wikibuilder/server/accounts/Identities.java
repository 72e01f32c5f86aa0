package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.NewAccounts.NewUser;
import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.Invitation;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Logins at other providers that stand for a person here. An identity is a provider's subject and
 * nothing else: an e-mail address links nobody to an account that is there already, since whoever
 * can have the address verified somewhere would be let in. Threads may share it.
 */
@Component
public final class Identities {
  /** Identities of one person. */
  private static final int COUNT_MAX = 10;

  private final SystemTransactions system;
  private final NewAccounts accounts;
  private final OneTimeLinks links;
  private final Clock clock;

  Identities(SystemTransactions system, NewAccounts accounts, OneTimeLinks links, Clock clock) {
    this.system = system;
    this.accounts = accounts;
    this.links = links;
    this.clock = clock;
  }

  /** What comes of a login at another provider. */
  public sealed interface Outcome {
    /** The person is let in. */
    record Entered(Account account, boolean isNew) implements Outcome {}

    /** There is an account with the address; its owner has to sign in there and link. */
    record LinkFirst(EmailAddress email) implements Outcome {}
  }

  /** What is brought along to make an account with. */
  public sealed interface Entry {
    /** Nothing: registration must be open. */
    record None() implements Entry {}

    /** An invitation to a tenant, for the address that the provider has verified. */
    record Invited(RandomSecret secret) implements Entry {}

    /** The link that the start of the server printed. */
    record First(RandomSecret link) implements Entry {}
  }

  /**
   * Lets somebody in, with a new account if there is none.
   *
   * @throws AccountException CREDENTIALS for an account that is shut, CLOSED, LINK, INVALID when an
   *     account would be made and the provider has verified no address
   */
  public Outcome enter(ForeignIdentity identity, Entry entry) {
    return system.run(rows -> {
      alone(rows, identity);
      Optional<Account> known = find(rows, identity).flatMap(user -> People.find(rows, user));
      if (known.isPresent()) {
        return new Outcome.Entered(entered(rows, known.get()), false);
      }
      EmailAddress email =
          identity
              .verifiedEmail()
              .orElseThrow(() ->
                  new AccountException(
                      AccountException.Kind.INVALID,
                      "The provider names no address of yours that it has verified. Verify one"
                          + " there, or make an account with a password."));
      Optional<Account> same = People.find(rows, email);
      if (same.filter(Account::verified).isPresent()) {
        return new Outcome.LinkFirst(email);
      }
      return new Outcome.Entered(made(rows, identity, new Newcomer(email, same, entry)), true);
    });
  }

  /** Two answers for one identity at once make one account. */
  private static void alone(SystemRows rows, ForeignIdentity identity) {
    rows.sql("SELECT pg_advisory_xact_lock(hashtextextended(:whose, 0))")
        .param("whose", identity.authority() + " " + identity.subject())
        .query((row, _) -> "")
        .single();
  }

  private static Optional<UserId> find(SystemRows rows, ForeignIdentity identity) {
    return rows.sql("SELECT user_id FROM identities WHERE provider = :of AND subject = :subject")
        .param("of", identity.authority())
        .param("subject", identity.subject())
        .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  private Account entered(SystemRows rows, Account account) {
    if (account.disabled()) {
      throw new AccountException(
          AccountException.Kind.CREDENTIALS, "This account is shut; ask the operator.");
    }
    rows.sql("UPDATE users SET last_login_at = :now WHERE id = :id")
        .param("now", now())
        .param("id", account.id().value())
        .update();
    return account;
  }

  /**
   * Somebody without an account.
   *
   * @param unverified one that somebody made with the address and nobody ever entered
   */
  private record Newcomer(EmailAddress email, Optional<Account> unverified, Entry entry) {}

  private Account made(SystemRows rows, ForeignIdentity identity, Newcomer newcomer) {
    boolean first = newcomer.entry() instanceof Entry.First;
    if (first) {
      rows.sql("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE").update(); // one first account
    }
    Optional<Invitation> invitation = admitted(rows, newcomer);
    // Whoever made it may know its password and wait for the owner of the address.
    newcomer.unverified().ifPresent(account -> accounts.remove(rows, account));
    Account account =
        accounts.add(rows, new NewUser(newcomer.email(), Optional.empty(), first, true));
    add(rows, account.id(), identity);
    invitation.ifPresent(found -> accounts.accept(rows, found, account));
    return entered(rows, account);
  }

  /** The same rules as for registration with a password. */
  private Optional<Invitation> admitted(SystemRows rows, Newcomer newcomer) {
    return switch (newcomer.entry()) {
      case Entry.First(RandomSecret link) -> {
        if (NewAccounts.anybody(rows) || links.use(rows, Purpose.FIRST_ACCOUNT, link).isEmpty()) {
          throw Registration.linkGone();
        }
        yield Optional.empty();
      }
      case Entry.Invited(RandomSecret secret) -> {
        if (accounts.mode() == RegistrationMode.CLOSED) {
          throw accounts.closed();
        }
        yield Optional.of(accounts.invited(rows, secret, newcomer.email()));
      }
      case Entry.None _ -> {
        if (accounts.mode() != RegistrationMode.OPEN) {
          throw accounts.closed();
        }
        yield Optional.empty();
      }
    };
  }

  private void add(SystemRows rows, UserId user, ForeignIdentity identity) {
    rows.sql(
            """
            INSERT INTO identities (id, user_id, provider, subject, shown_as, created_at)
            VALUES (:id, :user, :of, :subject, :shown, :now)
            """)
        .param("id", UUID.randomUUID())
        .param("user", user.value())
        .param("of", identity.authority())
        .param("subject", identity.subject())
        .param("shown", identity.shownAs())
        .param("now", now())
        .update();
  }

  /**
   * Lets a person in this way too from now on; nothing happens when it is so already.
   *
   * @throws AccountException INVALID when the identity is somebody else's, or there are too many
   */
  public void link(UserId user, ForeignIdentity identity) {
    system.run(rows -> {
      alone(rows, identity);
      Optional<UserId> owner = find(rows, identity);
      if (owner.isEmpty()) {
        if (of(rows, user).size() >= COUNT_MAX) {
          throw new AccountException(
              AccountException.Kind.INVALID,
              "There are %d linked logins, and that is the most.".formatted(COUNT_MAX));
        }
        add(rows, user, identity);
        rows.record(user, new AuditEntry(AuditAction.LOGIN_LINKED, identity.authority()));
      } else if (!owner.get().equals(user)) {
        throw new AccountException(
            AccountException.Kind.INVALID,
            "This login belongs to another account here; unlink it there first.");
      }
      return user;
    });
  }

  /**
   * One login at another provider.
   *
   * @param authority whose, an address
   */
  public record Identity(UUID id, String authority, String shownAs, Instant createdAt) {}

  /** Those of a person, the oldest first. */
  public List<Identity> of(UserId user) {
    return system.run(rows -> of(rows, user));
  }

  private static List<Identity> of(SystemRows rows, UserId user) {
    return rows.sql(
            """
            SELECT id, provider, shown_as, created_at FROM identities
            WHERE user_id = :user ORDER BY created_at, id
            """)
        .param("user", user.value())
        .query((row, _) ->
            new Identity(
                row.getObject("id", UUID.class),
                row.getString("provider"),
                row.getString("shown_as"),
                row.getObject("created_at", OffsetDateTime.class).toInstant()))
        .list();
  }

  /**
   * Takes a way in from a person.
   *
   * @return whether there was one of that id
   * @throws AccountException INVALID when it is the last way in
   */
  public boolean unlink(UserId user, UUID id) {
    return system.run(rows -> {
      boolean password =
          rows.sql("SELECT hashed_password IS NOT NULL FROM users WHERE id = :user FOR UPDATE")
              .param("user", user.value())
              .query((row, _) -> row.getBoolean(1))
              .optional()
              .orElse(false);
      List<Identity> all = of(rows, user);
      if (all.stream().noneMatch(identity -> identity.id().equals(id))) {
        return false;
      }
      if (!password && all.size() == 1) {
        throw new AccountException(
            AccountException.Kind.INVALID,
            "This is the last way into your account; choose a password first.");
      }
      rows.record(user, new AuditEntry(AuditAction.LOGIN_UNLINKED, id.toString()));
      return rows.sql("DELETE FROM identities WHERE user_id = :user AND id = :id")
              .param("user", user.value())
              .param("id", id)
              .update()
          > 0;
    });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
