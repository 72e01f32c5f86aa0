package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.accounts.tokens.Caller;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What surrounds the content of a page: its title, who is signed in, where it stands. A handler
 * takes the one of its request as an argument. Immutable.
 *
 * @param visit who is signed in
 * @param key word that each form of the page sends along as {@code _csrf}; made when it is asked
 *     for
 * @param done what the form before this page has done
 * @param problem why the form that was sent did nothing
 */
public record Frame(
    String title,
    Section section,
    Optional<Visit> visit,
    Supplier<String> key,
    Optional<String> done,
    Optional<String> problem) {

  /** The frame of a request, before its page is known. */
  static Frame of(Optional<Visit> visit, Supplier<String> key, Optional<String> done) {
    return new Frame("", Section.NONE, visit, key, done, Optional.empty());
  }

  public Frame titled(String name, Section where) {
    return new Frame(name, where, visit, key, done, problem);
  }

  /** With the reason why a form did nothing, above what was typed. */
  public Frame with(Refusal refusal) {
    return new Frame(title, section, visit, key, Optional.empty(), Optional.of(refusal.message()));
  }

  public boolean isOperators() {
    return visit.filter(found -> found.caller().operator()).isPresent();
  }

  /**
   * Who is signed in.
   *
   * @throws IllegalStateException when nobody is: the page is open and must not ask
   */
  public Caller caller() {
    return visit.orElseThrow(() -> new IllegalStateException("nobody is signed in here")).caller();
  }
}
