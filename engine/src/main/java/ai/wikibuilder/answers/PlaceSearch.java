package ai.wikibuilder.answers;

import ai.wikibuilder.index.SearchHit;
import java.util.List;

/** Finds places in the code of one wiki. May be called by several threads. */
public interface PlaceSearch {
  /** The best places for plain words as far as milliseconds tell: for somebody who waits. */
  List<SearchHit> atOnce(String text, int limit);

  /** The best places for plain words, best first; nothing in them is syntax. */
  List<SearchHit> words(String text, int limit);

  /**
   * The same, with what a reader should know of the order.
   *
   * @param note why the embedding model that is configured had no say; otherwise empty
   */
  record Places(List<SearchHit> hits, String note) {}

  /** As {@link #words}, and says so where the places were found by their words alone. */
  default Places places(String text, int limit) {
    return new Places(words(text, limit), "");
  }

  /**
   * The best places for a query with filters, phrases and expressions as {@code aiwiki search}
   * takes them.
   *
   * @throws ai.wikibuilder.index.queries.QueryException when its syntax is wrong
   */
  List<SearchHit> query(String query, int limit);
}
