package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.secrets.RandomSecret;

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
        new Letter(
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
        new Letter(
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
        new Letter(
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

  private String link(String page, RandomSecret secret) {
    return settings.pages().resolve("/" + page + "?link=" + secret.text()).toString();
  }
}
