package ai.wikibuilder.server.accounts.letters;

import ai.wikibuilder.server.accounts.AccountException;
import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Role;
import java.util.function.Predicate;

/**
 * What is written to people about their account, in the language of whoever asked for it. Threads
 * may share it.
 */
public final class Letters {
  private final LetterSender sender;
  private final AccountSettings settings;
  private final Predicate<String> room;
  private final LetterWords words = new LetterWords();

  public Letters(LetterSender sender, AccountSettings settings) {
    this(sender, settings, _ -> true);
  }

  /**
   * @param room whether one more letter that anybody may ask for goes to the person of a key
   */
  public Letters(LetterSender sender, AccountSettings settings, Predicate<String> room) {
    this.sender = sender;
    this.settings = settings;
    this.room = room;
  }

  /**
   * Asks for a letter that anybody may have sent to an address, before what it would hold is made:
   * whoever asks again and again fills no mailbox. Whether there is an account makes no difference.
   *
   * @throws AccountException BUSY when as many went there lately as may
   */
  public void require(EmailAddress to) {
    if (!room.test(to.key())) {
      throw new AccountException(
          AccountException.Kind.BUSY,
          "So many letters to this address were asked for lately that no more go there for now. The last one is good still; or try again in an hour.");
    }
  }

  /** That an account was made with this address, and how to verify it. */
  public void verification(EmailAddress to, RandomSecret link) {
    send(to, "verification", link("verify", link));
  }

  /** That somebody wanted an account with an address that has one. */
  public void accountExists(EmailAddress to) {
    send(to, "account-exists", settings.pages().toString());
  }

  /** How to choose another password. */
  public void reset(EmailAddress to, RandomSecret link) {
    send(to, "reset", link("reset", link));
  }

  /** Says who invites to what; nothing is sent where mail is not set up: the link was shown. */
  public void invitation(EmailAddress to, RandomSecret secret, Inviting inviting) {
    if (settings.mail().isEmpty()) {
      return;
    }
    send(
        to,
        "invitation",
        inviting.inviter().text(),
        inviting.organisation().replaceAll("\\p{Cntrl}", " "),
        words.role(inviting.role()),
        settings.pages().resolve("/invitation?invitation=" + secret.text()).toString());
  }

  /** Who invites, to what and as what. */
  public record Inviting(EmailAddress inviter, String organisation, Role role) {}

  /** How the new address of an account is proven. */
  public void newAddress(EmailAddress to, RandomSecret link) {
    send(to, "new-address", link("email", link));
  }

  /** To the present address, that another is asked for. */
  public void addressWanted(EmailAddress to, EmailAddress wanted) {
    send(
        to,
        "address-wanted",
        wanted.text(),
        settings.pages().resolve("/settings/profile").toString());
  }

  /** To the address before, that another one holds. */
  public void addressChanged(EmailAddress to, EmailAddress now) {
    send(to, "address-changed", now.text(), settings.pages().toString());
  }

  private void send(EmailAddress to, String kind, String... values) {
    sender.send(
        new LetterSender.Letter(
            to, words.say(kind + ".subject"), words.say(kind + ".text", values)));
  }

  private String link(String page, RandomSecret secret) {
    return settings.pages().resolve("/" + page + "?link=" + secret.text()).toString();
  }
}
