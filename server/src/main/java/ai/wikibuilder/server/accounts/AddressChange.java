package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.accounts.OneTimeLinks.Purpose;
import ai.wikibuilder.server.accounts.letters.Letters;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/**
 * Another e-mail address for an account. It holds once a link in a letter to it was opened; the old
 * address is told when it is asked for and when it is done. Sessions and tokens stay as they are.
 * Threads may share it.
 */
@Component
public final class AddressChange {
  private final SystemTransactions system;
  private final NewAccounts accounts;
  private final OneTimeLinks links;
  private final Letters letters;
  private final Clock clock;

  AddressChange(
      SystemTransactions system,
      NewAccounts accounts,
      OneTimeLinks links,
      Letters letters,
      Clock clock) {
    this.system = system;
    this.accounts = accounts;
    this.links = links;
    this.letters = letters;
    this.clock = clock;
  }

  /**
   * Sends a link to the address that is wanted, and word of it to the present one. Where the wanted
   * one has an account, its owner is told so instead, and the caller hears nothing of it. Whoever
   * calls has had the person prove that the account is theirs.
   *
   * @throws AccountException INVALID when it is the present address, BUSY
   */
  public void ask(Account account, EmailAddress wanted) {
    if (account.email().key().equals(wanted.key())) {
      throw new AccountException(
          AccountException.Kind.INVALID,
          "email: expected another address than the present one, got that one");
    }
    letters.require(wanted);
    Optional<RandomSecret> link =
        system.run(rows -> {
          rows.record(account.id(), new AuditEntry(AuditAction.EMAIL_CHANGE_ASKED, wanted.text()));
          RandomSecret made = links.make(rows, account.id(), wanted);
          return isFree(rows, wanted) ? Optional.of(made) : Optional.empty();
        });
    link.ifPresentOrElse(
        secret -> letters.newAddress(wanted, secret), () -> letters.accountExists(wanted));
    letters.addressWanted(account.email(), wanted);
  }

  /** An account that nobody verified is not anybody's. */
  private static boolean isFree(SystemRows rows, EmailAddress wanted) {
    return People.find(rows, wanted).filter(Account::verified).isEmpty();
  }

  /**
   * Gives the account of the link the address that the link was sent to. Links to a new password
   * that went to the old address work no more.
   *
   * @throws AccountException LINK
   */
  public void confirm(RandomSecret link) {
    Account before;
    EmailAddress wanted;
    try {
      Changed changed = system.run(rows -> changed(rows, link));
      before = changed.before();
      wanted = changed.wanted();
    } catch (DuplicateKeyException e) { // somebody else made an account of it at this very moment
      throw taken();
    }
    letters.addressChanged(before.email(), wanted);
  }

  /** The address that the person has asked for and not confirmed yet. */
  public Optional<EmailAddress> wanted(UserId user) {
    return system.run(rows -> links.wanted(rows, user));
  }

  private record Changed(Account before, EmailAddress wanted) {}

  private Changed changed(SystemRows rows, RandomSecret link) {
    OneTimeLinks.Used used =
        links.use(rows, Purpose.ADDRESS, link).orElseThrow(Registration::linkGone);
    Account account =
        used.user().flatMap(user -> People.find(rows, user)).orElseThrow(Registration::linkGone);
    EmailAddress wanted = used.email().orElseThrow(Registration::linkGone);
    if (account.disabled()) {
      throw Registration.linkGone();
    }
    if (!isFree(rows, wanted)) {
      throw taken();
    }
    People.find(rows, wanted).ifPresent(unverified -> accounts.remove(rows, unverified));
    links.forget(rows, Purpose.RESET, account.id());
    rows.sql(
            """
            UPDATE users SET email = :email, email_key = :key, verified_at = :now WHERE id = :id
            """)
        .param("email", wanted.text())
        .param("key", wanted.key())
        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
        .param("id", account.id().value())
        .update();
    accounts.rename(rows, account, wanted);
    rows.record(
        account.id(),
        new AuditEntry(
            AuditAction.EMAIL_CHANGED, "%s to %s".formatted(account.email(), wanted.text())));
    return new Changed(account, wanted);
  }

  private static AccountException taken() {
    return new AccountException(
        AccountException.Kind.LINK,
        "There is an account of this address by now; sign in there, or choose another address.");
  }
}
