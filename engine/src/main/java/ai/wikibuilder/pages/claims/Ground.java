package ai.wikibuilder.pages.claims;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.source.TextReader;

/**
 * What statements are held against. Immutable.
 *
 * @param reader gives the texts of the snapshot
 * @param graph what these texts define and name
 * @param plan which module is told on which page
 */
public record Ground(TextReader reader, CodeGraph graph, WikiPlan plan) {}
