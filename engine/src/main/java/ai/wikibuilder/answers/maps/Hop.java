package ai.wikibuilder.answers.maps;

/**
 * How one place of the code leads to another. Immutable.
 *
 * @param from node of {@link CallWeb}
 * @param to node of {@link CallWeb}
 * @param file of the line that shows it
 * @param line 1-based
 */
record Hop(int from, int to, Kind kind, int file, int line) {
  /** What the line does. */
  enum Kind {
    CALL,
    /** A call that is resolved by the name alone. */
    CALL_BY_NAME,
    /** The line says that one type stands for another; the methods have the same name. */
    IMPLEMENTATION
  }
}
