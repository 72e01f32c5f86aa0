package ai.wikibuilder.builds.stored;

import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.OutputLock;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.corrections.Correction;
import ai.wikibuilder.pages.corrections.Corrections;
import ai.wikibuilder.pages.corrections.CorrectionsFile;
import ai.wikibuilder.pages.corrections.ReportedClaims;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.site.data.WikiDataException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Takes a report that a statement is wrong: checks it again, puts it right or takes it out, shows
 * the wiki without it as a new generation, and remembers it for later builds. Stateless; one report
 * at a time for an output folder, its lock sees to that.
 */
public final class WikiCorrection {
  private final SiteSettings site;

  public WikiCorrection(SiteSettings site) {
    this.site = site;
  }

  /**
   * What somebody reports.
   *
   * @param page slug
   * @param sentence as it was copied from the page
   * @param wrong whether it is to go whatever the check says
   * @param instead what is to be said in its place
   */
  public record Report(String page, String sentence, boolean wrong, Optional<String> instead) {}

  /** What became of a report. */
  public sealed interface Outcome {
    /** The check found that it holds, and nobody insisted; nothing was changed. */
    record Kept(String said, List<Evidence> evidence) implements Outcome {}

    /**
     * It is gone from the wiki.
     *
     * @param findings what the check found; empty when a reader knew better
     */
    record Removed(String said, List<Finding> findings) implements Outcome {}

    /**
     * The other words stand in its place.
     *
     * @param verified whether the cited lines show them
     */
    record Replaced(String said, String instead, boolean verified) implements Outcome {}

    /** The other words do not hold; nothing was changed. */
    record Refused(String instead, List<Finding> findings) implements Outcome {}

    /**
     * The page has no such sentence, or several.
     *
     * @param alike sentences of the page, most alike first
     */
    record NotFound(List<String> alike) implements Outcome {}
  }

  /**
   * Corrects the wiki of an output folder.
   *
   * @throws WikiDataException when there is no wiki, or no such page
   * @throws GenerationException when the folder cannot be used
   */
  public Outcome correct(Path output, Report report) {
    GenerationStore store = GenerationStore.existing(output);
    try (OutputLock lock = store.lock();
        Generation generation =
            store
                .current()
                .orElseThrow(() -> new WikiDataException("no finished build in " + output))) {
      lock.assertHeld();
      Wiki wiki =
          WikiCheck.pages(output).orElseThrow(() -> new WikiDataException("no pages in " + output));
      return new Session(store, generation, wiki).correct(report);
    }
  }

  /** One report on an open generation. */
  private final class Session {
    private final GenerationStore store;
    private final Generation generation;
    private final Wiki wiki;
    private final StoredTexts texts;
    private final CodeGraph graph;
    private final WikiPlan plan;

    Session(GenerationStore store, Generation generation, Wiki wiki) {
      this.store = store;
      this.generation = generation;
      this.wiki = wiki;
      this.texts = StoredTexts.of(generation);
      this.graph = StoredGraph.of(generation);
      this.plan = StoredPlan.of(wiki, graph, texts, store);
    }

    Outcome correct(Report report) {
      ReportReview.Reviewed reviewed =
          new ReportReview(wiki, graph, texts, wiki.authorship().language()).review(report);
      reviewed.correction().ifPresent(this::record);
      return reviewed.outcome();
    }

    /** Remembers it, then shows the wiki with it. */
    private void record(Correction correction) {
      Corrections corrections = CorrectionsFile.read(store.folder()).with(correction);
      CorrectionsFile.write(store.folder(), corrections);
      ReportedClaims claims = new ReportedClaims(graph, texts, wiki.authorship().language());
      Wiki corrected = corrections.applyTo(wiki, claims);
      new Republication(store, generation, site)
          .publish(
              corrected.checked(new ClaimChecker(new Ground(texts, graph, plan)).check(corrected)),
              texts);
    }
  }
}
