package ai.wikibuilder.site;

import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.site.evidence.EvidenceBook;
import java.util.List;

/**
 * How a site is written, and how much at most. Immutable.
 *
 * @param language of the interface, {@code en} or {@code tr}; empty for that of the wiki's pages
 *     where it is one of them, English otherwise
 * @param contextLineCount lines shown above and below cited ones
 * @param citedLineCountMax lines shown of one citation; a longer one is cut and says so
 * @param embeddedLineCountMax lines of code shown for all citations of one page
 * @param lineCharCountMax characters shown of one line of code
 * @param searchIndexByteCountMax size of the search index; sentences are left out beyond it
 */
public record SiteSettings(
    String language,
    int contextLineCount,
    int citedLineCountMax,
    int embeddedLineCountMax,
    int lineCharCountMax,
    int searchIndexByteCountMax) {

  /** Ten lines tell where one is without hiding what is cited. */
  private static final int CONTEXT_LINE_COUNT = 10;

  /** Longer citations are of whole types; the first lines and the link tell enough. */
  private static final int CITED_LINE_COUNT_MAX = 60;

  /** Four times what the densest pages of large repositories cite; about 1.5 MB of HTML. */
  private static final int EMBEDDED_LINE_COUNT_MAX = 12_000;

  /** Longer lines are generated or data. */
  private static final int LINE_CHAR_COUNT_MAX = 400;

  /** Read by the browser in one piece at the first search. */
  private static final int SEARCH_INDEX_BYTE_COUNT_MAX = 4 << 20;

  /** Languages with words of the interface. */
  private static final List<String> LANGUAGES = List.of("en", "tr");

  public SiteSettings {
    if (!language.isEmpty() && !LANGUAGES.contains(language)) {
      throw new IllegalArgumentException("expected language en or tr, got " + language);
    }
    if (contextLineCount < 0
        || citedLineCountMax < 1
        || embeddedLineCountMax < 0
        || lineCharCountMax < 20
        || searchIndexByteCountMax < 1_000) {
      throw new IllegalArgumentException("limits out of range");
    }
  }

  /** In the language of the wiki, with the limits that proved readable. */
  public static SiteSettings standard() {
    return new SiteSettings(
        "",
        CONTEXT_LINE_COUNT,
        CITED_LINE_COUNT_MAX,
        EMBEDDED_LINE_COUNT_MAX,
        LINE_CHAR_COUNT_MAX,
        SEARCH_INDEX_BYTE_COUNT_MAX);
  }

  EvidenceBook.Limits evidenceLimits() {
    return new EvidenceBook.Limits(
        contextLineCount, citedLineCountMax, embeddedLineCountMax, lineCharCountMax);
  }

  /** The language of the interface of a wiki. */
  String languageOf(Wiki wiki) {
    String pages = wiki.authorship().composedIn();
    String wanted = language.isEmpty() ? pages : language;
    return LANGUAGES.contains(wanted) ? wanted : "en";
  }

  /** The same in another language. */
  public SiteSettings in(String otherLanguage) {
    return new SiteSettings(
        otherLanguage,
        contextLineCount,
        citedLineCountMax,
        embeddedLineCountMax,
        lineCharCountMax,
        searchIndexByteCountMax);
  }
}
