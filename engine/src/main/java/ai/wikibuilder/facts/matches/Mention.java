package ai.wikibuilder.facts.matches;

/** A match of a name in use. */
public record Mention(Role role, Range name, Range qualifier, Range owner) {}
