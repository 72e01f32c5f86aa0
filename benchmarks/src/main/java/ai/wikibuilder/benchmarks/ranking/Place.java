package ai.wikibuilder.benchmarks.ranking;

/** Some lines of a file, 1-based and inclusive: what a search answers with. Immutable. */
record Place(String path, int startLine, int endLine) {
  boolean holds(String otherPath, int line) {
    return path.equals(otherPath) && startLine <= line && line <= endLine;
  }
}
