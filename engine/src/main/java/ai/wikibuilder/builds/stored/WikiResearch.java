package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.OutputLock;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.site.SiteSettings;
import java.nio.file.Path;
import java.util.Optional;

/** Shows the researches about a wiki as pages of it, in a new generation. Stateless. */
public final class WikiResearch {
  private final SiteSettings site;

  public WikiResearch(SiteSettings site) {
    this.site = site;
  }

  /**
   * Publishes what the researches of an output folder report.
   *
   * @return whether the folder has pages they could be put among
   * @throws ai.wikibuilder.generations.GenerationException when the folder cannot be used
   */
  public boolean publish(Path output) {
    GenerationStore store = GenerationStore.existing(output);
    try (OutputLock lock = store.lock()) {
      lock.assertHeld();
      Optional<Wiki> wiki = WikiCheck.pages(output);
      Optional<Generation> current = store.current();
      if (wiki.isEmpty() || current.isEmpty()) {
        return false;
      }
      try (Generation generation = current.get()) {
        StoredTexts texts = StoredTexts.of(generation);
        CodeGraph graph = StoredGraph.of(generation);
        Wiki more = ResearchPages.among(wiki.get(), store.folder(), graph, texts);
        WikiPlan plan = StoredPlan.of(wiki.get(), graph, texts, store);
        new Republication(store, generation, site)
            .publish(
                more.checked(new ClaimChecker(new Ground(texts, graph, plan)).check(more)), texts);
      }
      return true;
    }
  }
}
