package ai.wikibuilder.pages;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who wrote a wiki: what a model had to do with it, and in which languages. Immutable.
 *
 * @param model as configured; empty when none was asked
 * @param pageCount pages a model wrote
 * @param degraded why pages a model was to write are composed, by slug
 * @param composedIn code of the language of composed pages, and of what is composed on the others;
 *     empty when nobody said
 * @param writtenIn code of the language a model was to write in; empty when none was asked
 */
public record Authorship(
    String model,
    int pageCount,
    Map<String, String> degraded,
    String composedIn,
    String writtenIn) {
  public Authorship {
    degraded = new TreeMap<>(degraded);
  }

  /** Whether no model was asked. */
  public boolean isComposed() {
    return pageCount == 0 && degraded.isEmpty();
  }

  /** Of a wiki without a model, in a language nobody said. */
  public static Authorship composed() {
    return composed("");
  }

  /** Of a wiki without a model. */
  public static Authorship composed(String language) {
    return new Authorship("", 0, Map.of(), language, "");
  }

  /** The language its sentences are in; English when nobody said. */
  public String language() {
    String said = pageCount == 0 ? composedIn : writtenIn;
    return said.isEmpty() ? "en" : said;
  }

  /** The language of a page's text; empty when nobody said. */
  public String languageOf(Page page) {
    boolean written = page.checking().filter(checking -> checking.verified() > 0).isPresent();
    return written && !writtenIn.isEmpty() ? writtenIn : composedIn;
  }
}
