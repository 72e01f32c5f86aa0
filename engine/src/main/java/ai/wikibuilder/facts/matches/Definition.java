package ai.wikibuilder.facts.matches;

import ai.wikibuilder.facts.SymbolKind;

/** A match of a definition. */
public record Definition(
    int pattern,
    SymbolKind kind,
    Condition condition,
    Range span,
    Range name,
    Range body,
    Range owner) {}
