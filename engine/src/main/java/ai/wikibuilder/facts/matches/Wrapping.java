package ai.wikibuilder.facts.matches;

/** A definition inside a statement that belongs to it; a path and the imports it goes before. */
public record Wrapping(Range inner, Range outer) {}
