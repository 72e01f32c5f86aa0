package ai.wikibuilder.index;

import java.util.List;

/**
 * One place in the snapshot that answers a question. Immutable.
 *
 * @param rank 1-based
 * @param startLine 1-based first line
 * @param endLine 1-based last line
 * @param symbol qualified name of the symbol it is about, empty if none
 * @param kind label of the symbol's kind, empty if none
 * @param score higher is better; comparable within one result only
 * @param explain what the score is made of, in a fixed order; the values add up to it
 */
public record SearchHit(
    int rank,
    String path,
    int startLine,
    int endLine,
    String symbol,
    String kind,
    double score,
    List<Signal> explain) {

  /**
   * One part of a score.
   *
   * @param name in words for people
   * @param value may be negative
   */
  public record Signal(String name, double value) {}

  public SearchHit {
    explain = List.copyOf(explain);
  }
}
