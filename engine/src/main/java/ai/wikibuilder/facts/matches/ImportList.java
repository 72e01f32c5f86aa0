package ai.wikibuilder.facts.matches;

/** Where imported members stand, and the module and alias that they have in common. */
record ImportList(Range around, Range module, Range alias) {}
