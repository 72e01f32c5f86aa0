package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.Role;

/** What is written to people about their account. Threads may share it. */
final class Letters {
  private final LetterSender sender;
  private final AccountSettings settings;

  Letters(LetterSender sender, AccountSettings settings) {
    this.sender = sender;
    this.settings = settings;
  }

  void verification(EmailAddress to, RandomSecret link) {
    sender.send(
        new LetterSender.Letter(
            to,
            "Verify your address",
            """
            Somebody, hopefully you, made an account of AI Wiki Builder with this address.
            To verify it, open this link within a day:

              %s

            If it was not you, do nothing; nobody can enter the account.
            """
                .formatted(link("verify", link))));
  }

  void accountExists(EmailAddress to) {
    sender.send(
        new LetterSender.Letter(
            to,
            "You have an account already",
            """
            Somebody, hopefully you, tried to make an account of AI Wiki Builder with this address.
            You have one already: sign in at %s, or ask for a new password there.
            """
                .formatted(settings.pages())));
  }

  void reset(EmailAddress to, RandomSecret link) {
    sender.send(
        new LetterSender.Letter(
            to,
            "A new password",
            """
            Somebody, hopefully you, asked for a new password. To choose one, open this link within
            an hour:

              %s

            If it was not you, do nothing; your password stays as it is.
            """
                .formatted(link("reset", link))));
  }

  /** Says who invites to what; nothing is sent where mail is not set up: the link was shown. */
  void invitation(EmailAddress to, RandomSecret secret, Inviting inviting) {
    if (settings.mail().isEmpty()) {
      return;
    }
    sender.send(
        new LetterSender.Letter(
            to,
            "You are invited",
            """
            %s invites you to "%s" on AI Wiki Builder, as %s.
            To accept, open this link within a week; it is good for this address, once:

              %s

            If you do not know what this is about, do nothing.
            """
                .formatted(
                    inviting.inviter(),
                    inviting.organisation().replaceAll("\\p{Cntrl}", " "),
                    inviting.role().word(),
                    settings.pages().resolve("/invitation?invitation=" + secret.text()))));
  }

  /** Who invites, to what and as what. */
  record Inviting(EmailAddress inviter, String organisation, Role role) {}

  void newAddress(EmailAddress to, RandomSecret link) {
    sender.send(
        new LetterSender.Letter(
            to,
            "Your new address",
            """
            Somebody, hopefully you, wants this to be the address of an account of AI Wiki Builder.
            If it was you, open this link within a day:

              %s

            If it was not you, do nothing; the account keeps the address it has.
            """
                .formatted(link("email", link))));
  }

  void addressWanted(EmailAddress to, EmailAddress wanted) {
    sender.send(
        new LetterSender.Letter(
            to,
            "Another address is asked for",
            """
            Somebody, hopefully you, asked that %s become the address of your account, and gave
            your password. This address holds until a link that was sent there is opened.

            If it was not you, choose another password now: %s
            """
                .formatted(wanted, settings.pages().resolve("/settings/profile"))));
  }

  void addressChanged(EmailAddress to, EmailAddress now) {
    sender.send(
        new LetterSender.Letter(
            to,
            "Your account has another address",
            """
            The address of your account is %s now. Nothing more of it comes here.

            If it was not you, tell the operator of %s.
            """
                .formatted(now, settings.pages())));
  }

  private String link(String page, RandomSecret secret) {
    return settings.pages().resolve("/" + page + "?link=" + secret.text()).toString();
  }
}
