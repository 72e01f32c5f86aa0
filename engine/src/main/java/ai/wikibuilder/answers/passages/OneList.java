package ai.wikibuilder.answers.passages;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.queries.Query;
import ai.wikibuilder.index.queries.QueryShape;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Answers a query with code and pages in one list. Threads may share it if they may share the
 * search for code.
 *
 * <p>Scores of pages and of code mean different things, so a page is not ranked by its score but
 * given a place: the first when the question is about the whole and the page is, the third when the
 * page is named as the question is put, else one below the best code. Places in code keep their
 * order. {@code kind:page} asks for pages alone, {@code -kind:page} for none; a query with other
 * filters or expressions is about code.
 */
public final class OneList {
  /** Places from one page to the next. */
  private static final int EVERY = 3;

  /** A page with this score has the question in its title or heading. */
  private static final double SURE_SCORE = 0.6;

  /** Positions of the first page, from 0. */
  private static final int FIRST = 0;

  private static final int AFTER_BEST = 2;
  private static final int BELOW = 5;

  private static final Pattern PAGES_ONLY = Pattern.compile("(?<!\\S)kind:page(?!\\S)");
  private static final Pattern NO_PAGES = Pattern.compile("(?<!\\S)-kind:page(?!\\S)");

  private final BiFunction<String, Integer, SearchResult> code;
  private final PageSearch pages;

  /**
   * @param code finds places in the code for a query, at most so many
   */
  public OneList(BiFunction<String, Integer, SearchResult> code, PageSearch pages) {
    this.code = code;
    this.pages = pages;
  }

  /**
   * Finds what answers a query.
   *
   * @throws ai.wikibuilder.index.queries.QueryException when its syntax is wrong
   */
  public SearchResult search(String query, int limit) {
    if (NO_PAGES.matcher(query).find()) {
      return code.apply(NO_PAGES.matcher(query).replaceAll("").strip(), limit);
    }
    if (PAGES_ONLY.matcher(query).find()) {
      String words = PAGES_ONLY.matcher(query).replaceAll("").strip();
      return new SearchResult(numbered(pages.find(words, limit)), SearchResult.Order.LEXICAL, "");
    }
    SearchResult found = code.apply(query, limit);
    Query read = Query.parse(query);
    boolean aboutCode = !read.filters().isEmpty() || !read.conditions().isEmpty();
    return aboutCode ? found : with(found, pages.find(read.words(), limit), query, limit);
  }

  private static SearchResult with(
      SearchResult found, List<SearchHit> pages, String query, int limit) {
    List<SearchHit> all = new ArrayList<>(found.hits());
    int at = BELOW;
    for (SearchHit page : pages) {
      boolean sure = page.score() >= SURE_SCORE;
      if (page.equals(pages.getFirst()) && sure) {
        at = QueryShape.of(query) == QueryShape.ARCHITECTURE ? FIRST : AFTER_BEST;
      }
      at = Math.min(at, all.size());
      if (at >= limit) {
        break;
      }
      all.add(at, page);
      at += EVERY;
    }
    return new SearchResult(
        numbered(all.subList(0, Math.min(limit, all.size()))), found.order(), found.note());
  }

  private static List<SearchHit> numbered(List<SearchHit> hits) {
    List<SearchHit> numbered = new ArrayList<>();
    for (SearchHit hit : hits) {
      numbered.add(
          new SearchHit(
              numbered.size() + 1,
              hit.path(),
              hit.startLine(),
              hit.endLine(),
              hit.symbol(),
              hit.kind(),
              hit.score(),
              hit.explain()));
    }
    return numbered;
  }
}
