package ai.wikibuilder.index;

import java.util.List;

/**
 * What an index found. Immutable.
 *
 * @param hits best first; empty when nothing was found
 * @param note why the order is not the one asked for, or why there may be more; otherwise empty
 * @param unasked the part of it that says why the configured embedding model had no say; otherwise
 *     empty
 */
public record SearchResult(List<SearchHit> hits, Order order, String note, String unasked) {
  /** How the hits were put in order. */
  public enum Order {
    LEXICAL,
    RERANKED
  }

  /** Where no embedding model would have had a say. */
  public SearchResult(List<SearchHit> hits, Order order, String note) {
    this(hits, order, note, "");
  }

  public SearchResult {
    hits = List.copyOf(hits);
  }
}
