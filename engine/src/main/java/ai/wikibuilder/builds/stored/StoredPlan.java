package ai.wikibuilder.builds.stored;

import ai.wikibuilder.builds.writing.Authoring;
import ai.wikibuilder.builds.writing.FolderOfTexts;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.SteeringReader;

/** The plan by which a wiki that is there was made. */
final class StoredPlan {
  private StoredPlan() {}

  /** With what a model improved about it, and in the language that was composed in. */
  static WikiPlan of(Wiki wiki, CodeGraph graph, StoredTexts texts, GenerationStore store) {
    WikiPlan plan =
        new Planner().plan(graph, SteeringReader.read(texts).in(wiki.authorship().composedIn()));
    return Authoring.planOf(graph, plan, new FolderOfTexts(store.pagesFolder()), wiki.authorship());
  }
}
