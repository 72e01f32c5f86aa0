package ai.wikibuilder.graph.manifests;

/**
 * A value and the line that states it. Immutable.
 *
 * @param line 1-based
 */
public record Fact(String value, int line) {}
