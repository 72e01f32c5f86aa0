package ai.wikibuilder.index;

import java.util.List;

/**
 * What an index found. Immutable.
 *
 * @param hits best first; empty when nothing was found
 * @param note why the order is not the one asked for, or why there may be more; otherwise empty
 */
public record SearchResult(List<SearchHit> hits, Order order, String note) {
  /** How the hits were put in order. */
  public enum Order {
    LEXICAL,
    RERANKED
  }

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
