package ai.wikibuilder.graph.modules;

import ai.wikibuilder.facts.ReferenceKind;

/**
 * A line of one module that names a symbol of another. Immutable.
 *
 * @param source symbol around the line, or -1
 * @param target symbol it names
 */
public record CrossingLine(int file, int line, int source, int target, ReferenceKind kind) {}
