package ai.wikibuilder.graph;

import ai.wikibuilder.facts.ReferenceKind;

/**
 * One line that names a symbol. Immutable.
 *
 * @param source id of the symbol around the line, -1 when the line stands outside of all
 * @param sourceFile file of the line
 * @param target id of the symbol named
 * @param line 1-based, in {@code sourceFile}
 */
public record GraphEdge(
    int source, int sourceFile, int target, ReferenceKind kind, int line, Certainty certainty) {}
