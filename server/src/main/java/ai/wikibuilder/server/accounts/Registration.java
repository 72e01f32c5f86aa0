package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.NewAccounts.NewUser;
import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.accounts.passwords.PasswordHashing;
import ai.wikibuilder.server.accounts.passwords.PasswordRules;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Invitation;
import ai.wikibuilder.server.tenants.Invitations;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How an account is made: the first one by a link that the start of the server prints, others by
 * invitation, or by anybody who receives mail at the address, as the installation is set. Threads
 * may share it.
 */
@Component
public final class Registration {
  private final SystemTransactions system;
  private final NewAccounts accounts;
  private final Invitations invitations;
  private final Credentials credentials;
  private final OneTimeLinks links;
  private final Letters letters;
  private final AccountSettings settings;
  private final Clock clock;

  Registration(
      SystemTransactions system,
      NewAccounts accounts,
      Invitations invitations,
      Credentials credentials,
      OneTimeLinks links,
      Letters letters,
      AccountSettings settings,
      Clock clock) {
    this.system = system;
    this.accounts = accounts;
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

  static AccountException linkGone() {
    return new AccountException(
        AccountException.Kind.LINK,
        "This link or invitation is unknown, was used before or is too old; ask for a new one.");
  }

  /** Whether there is an account, so that links to the first one lead nowhere any more. */
  public boolean isBegun() {
    return system.run(NewAccounts::anybody);
  }

  /** The secret of the link to the first account; none when there is an account already. */
  public Optional<RandomSecret> firstAccountLink() {
    return system.run(rows ->
        NewAccounts.anybody(rows)
            ? Optional.empty()
            : Optional.of(links.make(rows, Purpose.FIRST_ACCOUNT, Optional.empty())));
  }

  /**
   * Lets pass a link that would be taken, and uses nothing up.
   *
   * @throws AccountException LINK
   */
  public void requireOpen(Purpose purpose, RandomSecret link) {
    if (!system.run(rows -> links.isOpen(rows, purpose, link))) {
      throw linkGone();
    }
  }

  /**
   * Lets pass an invitation that would be taken, and uses nothing up.
   *
   * @throws AccountException LINK, INVITATION_USED, INVITATION_EXPIRED
   */
  public void requireOpen(RandomSecret invitation) {
    system
        .run(rows -> invitations.refusal(rows, invitation))
        .ifPresent(shown -> {
          throw NewAccounts.refused(shown);
        });
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
      if (NewAccounts.anybody(rows) || links.use(rows, Purpose.FIRST_ACCOUNT, link).isEmpty()) {
        throw linkGone();
      }
      return accounts.add(rows, new NewUser(email, Optional.of(hash), true, true));
    });
  }

  /**
   * Invites an address to a tenant. Where mail is set up a letter takes the invitation there; its
   * secret is the inviter's to hand over in any case.
   *
   * @throws ai.wikibuilder.server.tenants.TenantException PERSONAL for a person's own tenant,
   *     TOO_MANY
   */
  public Invitations.Sent invite(TenantId tenant, EmailAddress email, Role role, UserId by) {
    Invitations.Sent sent = invitations.invite(tenant, email.text(), role, by);
    system
        .run(rows -> People.find(rows, by))
        .ifPresent(inviter ->
            letters.invitation(
                email,
                sent.secret(),
                new Letters.Inviting(inviter.email(), sent.organisation(), role)));
    return sent;
  }

  /** Whether invitations go out by letter too. */
  public boolean sendsLetters() {
    return settings.mail().isPresent();
  }

  /**
   * Makes an account for somebody who was invited; whoever has the invitation has read the mail, so
   * the address counts as verified.
   *
   * @throws AccountException INVALID, CLOSED, BUSY; LINK, INVITATION_USED, INVITATION_EXPIRED or
   *     OTHER_ADDRESS when the invitation is no good
   */
  public Account registerInvited(EmailAddress email, String password, RandomSecret secret) {
    if (settings.registration() == RegistrationMode.CLOSED) {
      throw accounts.closed();
    }
    String hash = credentials.hashed(password, email);
    return system.run(rows -> {
      Invitation invitation = accounts.invited(rows, secret, email);
      Optional<Account> known = People.find(rows, email);
      if (known.filter(Account::verified).isPresent()) {
        throw new AccountException(
            AccountException.Kind.LINK,
            "There is an account for this address; sign in to accept the invitation.");
      }
      // One that nobody verified is not anybody's: whoever made it may wait for its owner.
      known.ifPresent(unverified -> accounts.remove(rows, unverified));
      Account account = accounts.add(rows, new NewUser(email, Optional.of(hash), false, true));
      accounts.accept(rows, invitation, account);
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
      throw accounts.closed();
    }
    String hash = credentials.hashed(password, email);
    letters.require(email);
    Letter letter = system.run(rows -> letter(rows, email, hash));
    letter
        .link()
        .ifPresentOrElse(
            secret -> letters.verification(letter.to(), secret),
            () -> letters.accountExists(letter.to()));
  }

  /**
   * What has to be written.
   *
   * @param to the address as the account has it: what was typed may look alike and be another's
   * @param link none where there is an account already
   */
  private record Letter(EmailAddress to, Optional<RandomSecret> link) {}

  private Letter letter(SystemRows rows, EmailAddress email, String hash) {
    Optional<Account> known = People.find(rows, email);
    EmailAddress to = known.map(Account::email).orElse(email);
    if (known.filter(Account::verified).isPresent()) {
      return new Letter(to, Optional.empty());
    }
    // An account that nobody verified is not anybody's: the later password holds.
    UserId user =
        known
            .map(unverified -> replaced(rows, unverified.id(), hash))
            .orElseGet(
                () -> accounts.add(rows, new NewUser(email, Optional.of(hash), false, false)).id());
    return new Letter(to, Optional.of(links.make(rows, Purpose.VERIFICATION, Optional.of(user))));
  }

  private static UserId replaced(SystemRows rows, UserId user, String hash) {
    rows.sql("UPDATE users SET hashed_password = :hash WHERE id = :id")
        .param("hash", hash)
        .param("id", user.value())
        .update();
    return user;
  }

  /**
   * Verifies the address that the link was sent to, for whoever knows the password as well: the
   * link alone would open the account to the password of whoever registered the address last.
   *
   * @throws AccountException LINK, CREDENTIALS when the password is another one, BUSY; the link
   *     still works after the last two
   */
  public void verify(RandomSecret link, String password) {
    Optional<String> hash =
        system.run(rows -> {
          UserId user =
              links.look(rows, Purpose.VERIFICATION, link).orElseThrow(Registration::linkGone);
          return passwordOf(rows, user);
        });
    if (!credentials.hashing().matches(password, hash).orElseThrow(Registration::busy)) {
      throw new AccountException(
          AccountException.Kind.CREDENTIALS,
          "This is not the password that this address was registered with last. Register once more if you do not know it.");
    }
    system.run(rows -> {
      UserId user =
          links
              .use(rows, Purpose.VERIFICATION, link)
              .flatMap(OneTimeLinks.Used::user)
              .orElseThrow(Registration::linkGone);
      if (!passwordOf(rows, user).equals(hash)) {
        throw linkGone(); // somebody registered it anew at this very moment
      }
      return rows.sql("UPDATE users SET verified_at = :now WHERE id = :id AND verified_at IS NULL")
          .param("now", now())
          .param("id", user.value())
          .update();
    });
  }

  private static Optional<String> passwordOf(SystemRows rows, UserId user) {
    return rows.sql("SELECT hashed_password FROM users WHERE id = :id")
        .param("id", user.value())
        .query((row, _) -> Optional.ofNullable(row.getString(1)))
        .optional()
        .flatMap(hash -> hash);
  }

  /**
   * Makes somebody who has an account a member of the tenant that invited the address.
   *
   * @throws AccountException LINK, INVITATION_USED, INVITATION_EXPIRED or OTHER_ADDRESS when the
   *     invitation is no good or not for this person
   */
  public TenantId join(UserId user, RandomSecret secret) {
    return system.run(rows -> {
      Account account = People.find(rows, user).orElseThrow(Registration::linkGone);
      Invitation invitation = accounts.invited(rows, secret, account.email());
      accounts.accept(rows, invitation, account);
      return invitation.tenant();
    });
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
