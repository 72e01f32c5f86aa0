package ai.wikibuilder.benchmarks.ranking.questions;

/** Some lines of a file, 1-based and inclusive: what a search answers with. Immutable. */
public record Place(String path, int startLine, int endLine) {
  /** Whether a line of a file is one of these. */
  public boolean holds(String otherPath, int line) {
    return path.equals(otherPath) && startLine <= line && line <= endLine;
  }
}
