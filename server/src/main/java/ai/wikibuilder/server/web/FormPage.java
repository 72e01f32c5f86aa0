package ai.wikibuilder.server.web;

import java.util.Map;
import java.util.Optional;

/**
 * A page with one form, or with none. Immutable; a template reads it.
 *
 * @param lead what the form is for, a sentence
 * @param hidden fields that are sent along
 * @param button what sends the form; none for a page that only says something
 * @param problem why the last attempt failed
 */
public record FormPage(
    String title,
    String lead,
    String action,
    Map<String, String> hidden,
    boolean asksEmail,
    boolean asksPassword,
    String email,
    Optional<String> button,
    Optional<String> problem) {
  public FormPage {
    hidden = Map.copyOf(hidden);
  }

  /** A page that only says something. */
  static FormPage saying(String title, String lead) {
    return new FormPage(
        title, lead, "", Map.of(), false, false, "", Optional.empty(), Optional.empty());
  }

  FormPage with(String reason, String typed) {
    return new FormPage(
        title, lead, action, hidden, asksEmail, asksPassword, typed, button, Optional.of(reason));
  }
}
