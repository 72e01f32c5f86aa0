package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.accounts.Identities.Entry;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.LocalPath;

/**
 * What somebody takes along to a provider and needs on the way back: one word, and what it is
 * about.
 *
 * @param text kept sealed meanwhile
 */
record Luggage(String text) {
  private static final String INVITATION = "invitation ";
  private static final String FIRST = "first ";
  private static final String TENANT = "tenant ";
  private static final String NEXT = "next ";
  private static final int LENGTH_MAX = 1_100;

  Luggage {
    text = text.length() <= LENGTH_MAX ? text : "";
  }

  static Luggage of(Form form) {
    if (!form.value("invitation").isEmpty()) {
      return new Luggage(INVITATION + form.value("invitation"));
    }
    if (!form.value("link").isEmpty()) {
      return new Luggage(FIRST + form.value("link"));
    }
    return new Luggage(form.value("tenant").isEmpty() ? "" : TENANT + form.value("tenant"));
  }

  static Luggage next(String path) {
    return new Luggage(NEXT + LocalPath.of(path).text());
  }

  /** What an account is made with. */
  Entry entry() {
    if (text.startsWith(INVITATION)) {
      return new Entry.Invited(new RandomSecret(text.substring(INVITATION.length())));
    }
    return text.startsWith(FIRST)
        ? new Entry.First(new RandomSecret(text.substring(FIRST.length())))
        : new Entry.None();
  }

  /** Id of a tenant as it was sent; checked where it is used. */
  String tenant() {
    return text.startsWith(TENANT) ? text.substring(TENANT.length()) : "";
  }

  LocalPath next() {
    return text.startsWith(NEXT) ? LocalPath.of(text.substring(NEXT.length())) : LocalPath.FIRST;
  }
}
