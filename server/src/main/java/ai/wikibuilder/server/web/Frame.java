package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
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
 * @param tongue what its reader is spoken to in
 */
public record Frame(
    String title,
    Section section,
    Optional<Visit> visit,
    Supplier<String> key,
    Optional<String> done,
    Optional<String> problem,
    Tongue tongue) {

  /**
   * A language, those it can be changed for, and where to come back to then.
   *
   * @param all every language there is
   */
  record Tongue(Words words, List<Words> all, LocalPath here) {}

  /** The frame of a request, before its page is known. */
  static Frame of(
      Optional<Visit> visit, Supplier<String> key, Optional<String> done, Tongue tongue) {
    return new Frame("", Section.NONE, visit, key, done, Optional.empty(), tongue);
  }

  public Frame titled(String name, Section where) {
    return new Frame(name, where, visit, key, done, problem, tongue);
  }

  /**
   * Without the address of the page: what is foreign and what is unknown are answered in the same
   * words.
   */
  Frame nowhere() {
    Tongue same = new Tongue(tongue.words(), tongue.all(), LocalPath.FIRST);
    return new Frame(title, section, visit, key, done, problem, same);
  }

  /** With the reason why a form did nothing, above what was typed. */
  public Frame with(Refusal refusal) {
    return new Frame(
        title,
        section,
        visit,
        key,
        Optional.empty(),
        Optional.of(words().retell(refusal.message())),
        tongue);
  }

  /** The reader's language. */
  public Words words() {
    return tongue.words();
  }

  /** Words of that language, as {@link Words#say}. */
  public String say(String word, String... values) {
    return words().say(word, values);
  }

  /** All languages that can be chosen. */
  public List<Words> languages() {
    return tongue.all();
  }

  /** Path of this page; the first one's where it has none to come back to. */
  public String here() {
    return tongue.here().text();
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
