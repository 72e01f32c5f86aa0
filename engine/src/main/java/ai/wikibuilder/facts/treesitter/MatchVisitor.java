package ai.wikibuilder.facts.treesitter;

/** Told of each match of a query, in the order of the matches' starts. */
@FunctionalInterface
public interface MatchVisitor {
  /**
   * One match. The array belongs to the caller and changes with the next match.
   *
   * @param pattern ordinal of the pattern in the query
   * @param count number of captures; only so many triples of the array hold
   * @param captures int[count][3] in one row: ordinal of the capture's name in {@link
   *     TreeQuery#captureNames()}, byte offset of the node's first byte, byte offset after it
   */
  void match(int pattern, int count, int[] captures);
}
