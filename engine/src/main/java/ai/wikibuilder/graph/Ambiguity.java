package ai.wikibuilder.graph;

/**
 * A line that names one of several symbols, nothing says which. It is not an edge. Immutable.
 *
 * @param line 1-based
 * @param candidateCount symbols it may mean, at least 2
 */
public record Ambiguity(int file, int line, String name, int candidateCount) {}
