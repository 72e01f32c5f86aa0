package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.accounts.passwords.PasswordHashing;
import ai.wikibuilder.server.accounts.passwords.PasswordRules;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.Invitation;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How an account is made: the first one by a link that the start of the server prints, others by
 * invitation, or by anybody who receives mail at the address, as the installation is set. Threads
 * may share it.
 */
@Component
public final class Registration {
  private final SystemTransactions system;
  private final Tenants tenants;
  private final Invitations invitations;
  private final Credentials credentials;
  private final OneTimeLinks links;
  private final Letters letters;
  private final AccountSettings settings;
  private final Clock clock;

  Registration(
      SystemTransactions system,
      Tenants tenants,
      Invitations invitations,
      Credentials credentials,
      OneTimeLinks links,
      Letters letters,
      AccountSettings settings,
      Clock clock) {
    this.system = system;
    this.tenants = tenants;
    this.invitations = invitations;
    this.credentials = credentials;
    this.links = links;
    this.letters = letters;
    this.settings = settings;
    this.clock = clock;
  }

  /** Passwords: whether one will do, and its hash. */
  record Credentials(PasswordRules rules, PasswordHashing hashing) {
    /** The hash of a password that will do. */
    String hashed(String password, EmailAddress email) {
      rules
          .problem(password, email.text())
          .ifPresent(problem -> {
            throw new AccountException(AccountException.Kind.INVALID, problem);
          });
      return hashing.hash(password).orElseThrow(Registration::busy);
    }
  }

  static AccountException busy() {
    return new AccountException(
        AccountException.Kind.BUSY,
        "Too many passwords are being checked at this moment; try again in a few seconds.");
  }

  private static AccountException linkGone() {
    return new AccountException(
        AccountException.Kind.LINK,
        "This link or invitation is unknown, was used before or is too old; ask for a new one.");
  }

  /** The secret of the link to the first account; none when there is an account already. */
  public Optional<RandomSecret> firstAccountLink() {
    return system.run(rows ->
        anybody(rows)
            ? Optional.empty()
            : Optional.of(links.make(rows, Purpose.FIRST_ACCOUNT, Optional.empty())));
  }

  private static boolean anybody(SystemRows rows) {
    return rows.sql("SELECT EXISTS (SELECT FROM users)")
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /**
   * Makes the first account, the operator's, with the secret of the link that the start printed.
   *
   * @throws AccountException INVALID, LINK, BUSY
   */
  public Account registerFirst(EmailAddress email, String password, RandomSecret link) {
    String hash = credentials.hashed(password, email);
    return system.run(rows -> {
      rows.sql("LOCK TABLE users IN SHARE ROW EXCLUSIVE MODE").update(); // one first account
      if (anybody(rows) || links.use(rows, Purpose.FIRST_ACCOUNT, link).isEmpty()) {
        throw linkGone();
      }
      return add(rows, new NewUser(email, hash, true, true));
    });
  }

  /**
   * Makes an account for somebody who was invited; whoever has the invitation has read the mail, so
   * the address counts as verified.
   *
   * @throws AccountException INVALID, LINK when the invitation is no good or not for this address,
   *     CLOSED, BUSY
   */
  public Account registerInvited(EmailAddress email, String password, RandomSecret secret) {
    if (settings.registration() == RegistrationMode.CLOSED) {
      throw closed();
    }
    String hash = credentials.hashed(password, email);
    return system.run(rows -> {
      Invitation invitation =
          invitations
              .accept(rows, secret)
              .filter(found -> email.isSameAs(found.email()))
              .orElseThrow(Registration::linkGone);
      if (People.find(rows, email).isPresent()) {
        throw new AccountException(
            AccountException.Kind.LINK,
            "There is an account for this address; sign in to accept the invitation.");
      }
      Account account = add(rows, new NewUser(email, hash, false, true));
      accept(rows, invitation, account);
      return account;
    });
  }

  /**
   * Makes an account for anybody, to be entered when the address is verified. Who has an account
   * there already gets a letter that says so; the caller is told the same in both cases.
   *
   * @throws AccountException INVALID, CLOSED, BUSY
   */
  public void registerOpenly(EmailAddress email, String password) {
    if (settings.registration() != RegistrationMode.OPEN) {
      throw closed();
    }
    String hash = credentials.hashed(password, email);
    Optional<RandomSecret> link =
        system.run(rows -> {
          Optional<Account> known = People.find(rows, email);
          if (known.filter(Account::verified).isPresent()) {
            return Optional.empty();
          }
          // An account that nobody verified is not anybody's: the later password holds.
          UserId user =
              known
                  .map(unverified -> replaced(rows, unverified.id(), hash))
                  .orElseGet(() -> add(rows, new NewUser(email, hash, false, false)).id());
          return Optional.of(links.make(rows, Purpose.VERIFICATION, Optional.of(user)));
        });
    link.ifPresentOrElse(
        secret -> letters.verification(email, secret), () -> letters.accountExists(email));
  }

  private static UserId replaced(SystemRows rows, UserId user, String hash) {
    rows.sql("UPDATE users SET hashed_password = :hash WHERE id = :id")
        .param("hash", hash)
        .param("id", user.value())
        .update();
    return user;
  }

  /**
   * Verifies the address that the link was sent to.
   *
   * @throws AccountException LINK
   */
  public void verify(RandomSecret link) {
    system.run(rows -> {
      UserId user =
          links
              .use(rows, Purpose.VERIFICATION, link)
              .flatMap(OneTimeLinks.Used::user)
              .orElseThrow(Registration::linkGone);
      return rows.sql("UPDATE users SET verified_at = :now WHERE id = :id AND verified_at IS NULL")
          .param("now", now())
          .param("id", user.value())
          .update();
    });
  }

  /**
   * Makes somebody who has an account a member of the tenant that invited the address.
   *
   * @throws AccountException LINK when the invitation is no good or not for this person
   */
  public TenantId join(UserId user, RandomSecret secret) {
    return system.run(rows -> {
      Account account = People.find(rows, user).orElseThrow(Registration::linkGone);
      Invitation invitation =
          invitations
              .accept(rows, secret)
              .filter(found -> account.email().isSameAs(found.email()))
              .orElseThrow(Registration::linkGone);
      accept(rows, invitation, account);
      return invitation.tenant();
    });
  }

  private void accept(SystemRows rows, Invitation invitation, Account account) {
    tenants.join(rows, invitation.tenant(), account.id(), invitation.role());
    rows.record(
        invitation.tenant(),
        account.id(),
        new AuditEntry(
            AuditAction.INVITATION_ACCEPTED, account.email() + " as " + invitation.role().word()));
  }

  private AccountException closed() {
    return new AccountException(
        AccountException.Kind.CLOSED,
        settings.registration() == RegistrationMode.INVITE
            ? "Accounts are made by invitation here; ask an owner of your organisation for one."
            : "No accounts are made here.");
  }

  private record NewUser(EmailAddress email, String hash, boolean operator, boolean verified) {}

  private Account add(SystemRows rows, NewUser made) {
    UserId user = new UserId(UUID.randomUUID());
    TenantId own = tenants.found(rows, "personal", shortened(made.email().text()));
    @Nullable OffsetDateTime verified = made.verified() ? now() : null;
    rows.sql(
            """
            INSERT INTO users (id, email, email_key, hashed_password, operator, personal_tenant_of,
              created_at, verified_at)
            VALUES (:id, :email, :key, :hash, :operator, :own, :now, CAST(:verified AS timestamptz))
            """)
        .param("id", user.value())
        .param("email", made.email().text())
        .param("key", made.email().key())
        .param("hash", made.hash())
        .param("operator", made.operator())
        .param("own", own.value())
        .param("now", now())
        .param("verified", verified)
        .update();
    tenants.join(rows, own, user, Role.OWNER);
    rows.record(own, user, new AuditEntry(AuditAction.REGISTERED, made.email().text()));
    return People.find(rows, user).orElseThrow();
  }

  private static String shortened(String name) {
    return name.length() <= 100 ? name : name.substring(0, 100);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
