package ai.wikibuilder.facts.treesitter;

/** Told of each match of a query, in the order of the matches' starts. */
@FunctionalInterface
public interface MatchVisitor {
  /**
   * One match. The arrays belong to the caller and change with the next match.
   *
   * @param pattern ordinal of the pattern in the query
   * @param count number of captures; only so many entries of the arrays hold
   * @param captures ordinal of each capture's name in {@link TreeQuery#captureNames()}
   * @param starts byte offset of each captured node's first byte
   * @param ends byte offset after each captured node
   */
  void match(int pattern, int count, int[] captures, int[] starts, int[] ends);
}
