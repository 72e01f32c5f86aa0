package ai.wikibuilder.builds;

import ai.wikibuilder.builds.stored.ResearchPages;
import ai.wikibuilder.builds.stored.StoredGraph;
import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.builds.writing.Authoring;
import ai.wikibuilder.chunks.Chunker;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.Staging;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.index.IndexBuilder;
import ai.wikibuilder.index.vectors.VectorOutcome;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import ai.wikibuilder.pages.corrections.Corrections;
import ai.wikibuilder.pages.corrections.CorrectionsFile;
import ai.wikibuilder.pages.corrections.ReportedClaims;
import ai.wikibuilder.pages.prose.ProseResult;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.Steering;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.site.SiteWriter;
import ai.wikibuilder.site.editions.EarlierWiki;
import ai.wikibuilder.site.editions.EarlierWikis;
import ai.wikibuilder.site.editions.Succession;
import ai.wikibuilder.source.Snapshot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Makes one generation of one snapshot, stage by stage. For one build, used once. */
final class Production {
  private final BuildRequest request;
  private final BuildSettings settings;
  private final Fingerprint fingerprint;
  private final StageClock clock;
  private final VectorStage vectors;

  Production(BuildRequest request, BuildSettings settings, Fingerprint fingerprint, Side side) {
    this.request = request;
    this.settings = settings;
    this.fingerprint = fingerprint;
    this.clock = side.clock();
    this.vectors = side.vectors();
  }

  /** What goes on beside the stages. */
  record Side(StageClock clock, VectorStage vectors) {}

  /**
   * Makes and publishes the generation.
   *
   * @param before the generations there are
   */
  BuildReport run(
      Snapshot snapshot, FactsExtractor extractor, GenerationStore store, Before before) {
    Optional<Generation> base = before.base();
    try (Staging staging = store.begin(base);
        IndexBuilder index = index(staging, base);
        ExecutorService aside = Executors.newSingleThreadExecutor()) {
      Tally tally = new Tally(snapshot);
      clock.begin(Stage.FACTS);
      List<StoredFile> files = ingest(snapshot, staging, base, new Intake(extractor, index, tally));
      Future<VectorOutcome> indexed = // needs nothing of what follows
          aside.submit(() -> indexed(index, staging, files, base.or(before::shown)));
      try {
        if (!request.indexOnly()) {
          writeWiki(new Made(snapshot, staging, files, before.texts()), before.shown(), tally);
        }
        clock.begin(Stage.INDEX);
        vectorsMade(Outcomes.await(indexed), tally);
      } catch (RuntimeException e) {
        List<Runnable> _ = aside.shutdownNow(); // nobody waits for it any more, nor pays
        throw e;
      }
      tally.chunks(index.chunkCount());

      clock.begin(Stage.PUBLISH);
      Fingerprint analysed = tally.isParsed() ? fingerprint : fingerprint.withoutParser();
      Fingerprint made = tally.isFinished() ? analysed : analysed.unfinished();
      Map<String, String> properties = Properties.of(tally.report("", Map.of()), made);
      String generation = store.publish(staging, snapshot.id().treeId(), files, properties);
      return tally.report(generation, clock.end());
    }
  }

  private void vectorsMade(VectorOutcome outcome, Tally tally) {
    tally.vectors(outcome);
    if (!outcome.note().isEmpty()) {
      clock.listener().noted("not all chunks have vectors: " + outcome.note());
    }
  }

  private VectorOutcome indexed(
      IndexBuilder index, Staging staging, List<StoredFile> files, Optional<Generation> before) {
    index.commit();
    return vectors.run(staging, new StoredTexts(files, staging::read), before);
  }

  /**
   * What came before.
   *
   * @param base whose texts, facts and index can be taken over
   * @param shown whose wiki readers see until the next one is published
   * @param texts finished pages of models
   */
  record Before(Optional<Generation> base, Optional<Generation> shown, WrittenTexts texts) {}

  /**
   * What there is when the wiki is written.
   *
   * @param texts finished pages of models
   */
  private record Made(
      Snapshot snapshot, Staging staging, List<StoredFile> files, WrittenTexts texts) {}

  /** Graph, pages and site; a search needs none of them. */
  private void writeWiki(Made made, Optional<Generation> shown, Tally tally) {
    clock.begin(Stage.GRAPH);
    Snapshot snapshot = made.snapshot();
    Staging staging = made.staging();
    List<StoredFile> files = made.files();
    StoredTexts texts = new StoredTexts(files, staging::read);
    Steering steering = request.author().steered(SteeringReader.read(texts));
    steering.problems().forEach(clock.listener()::noted);
    CodeGraph graph = graph(made, StoredGraph.wanted(files, steering), shown);
    WikiPlan plan = plan(graph, steering);
    clock.begin(Stage.PAGES);
    SnapshotPictures pictures = new SnapshotPictures(snapshot);
    Composition composition =
        new Composition(
            snapshot.id(), graph, plan, texts, tally.skipped(), tally.maskedSecretCount());
    Authoring.Authored authored =
        authored(Authoring.Composed.of(composition.with(pictures)), made.texts());
    tally.written(authored.result());
    Wiki researched =
        ResearchPages.among(
            authored.result().wiki(),
            GenerationStore.existing(request.output()).folder(),
            graph,
            texts);
    Wiki unchecked = corrected(researched, graph, texts);
    Ground ground = new Ground(texts, graph, authored.composed().composition().plan());
    Wiki wiki = unchecked.checked(new ClaimChecker(ground).check(unchecked));
    clock.begin(Stage.SITE);
    Succession succession = succession(shown, files, wiki);
    int written =
        new SiteWriter(settings.site())
            .following(succession)
            .showing(pictures)
            .write(wiki, texts, snapshot.links(), staging.wikiFolder());
    tally.wiki(graph, wiki, written);
  }

  /** The graph of the files that are wanted, kept with the generation. */
  private CodeGraph graph(Made made, List<StoredFile> wanted, Optional<Generation> shown) {
    Staging staging = made.staging();
    CodeGraph graph =
        shown
            .flatMap(earlier -> StoredGraph.kept(earlier, wanted)) // where only pages change
            .orElseGet(() -> StoredGraph.of(wanted, staging::read, clock.listener()));
    StoredGraph.keep(graph, wanted, staging);
    return graph;
  }

  private Authoring.Authored authored(Authoring.Composed composed, WrittenTexts texts) {
    return switch (request.author()) {
      case Author.Composer _ ->
          new Authoring.Authored(composed, ProseResult.composed(composed.wiki()));
      case Author.LanguageModel by -> new Authoring(by, texts, clock.listener()).write(composed);
    };
  }

  /**
   * How the wiki follows the one that is shown.
   *
   * @throws PagesLostException when most of the pages would go, and nobody asked for other files
   */
  private Succession succession(Optional<Generation> shown, List<StoredFile> files, Wiki wiki) {
    Optional<EarlierWiki> earlier =
        shown.flatMap(generation ->
            EarlierWikis.of(generation, files, Properties.writtenAs(generation, fingerprint)));
    if (earlier.isEmpty()) {
      return Succession.first();
    }
    Succession succession = Succession.of(earlier.get(), wiki);
    boolean sameSelection =
        shown.filter(one -> Properties.selectedAs(one, fingerprint)).isPresent();
    if (sameSelection && succession.losesMost()) {
      if (!request.fewerPages()) {
        throw new PagesLostException(
            succession.lostCount(), succession.earlierCount(), wiki.pages().size());
      }
      clock
          .listener()
          .noted(
              "%d of %d pages are lost, as was asked for"
                  .formatted(succession.lostCount(), succession.earlierCount()));
    }
    return succession;
  }

  /** Without what readers reported as wrong in an earlier build. */
  private Wiki corrected(Wiki wiki, CodeGraph graph, StoredTexts texts) {
    Corrections corrections =
        CorrectionsFile.read(GenerationStore.existing(request.output()).folder());
    return corrections.all().isEmpty()
        ? wiki
        : corrections.applyTo(wiki, new ReportedClaims(graph, texts, wiki.authorship().language()));
  }

  /** Whom what is read goes to. */
  private record Intake(FactsExtractor extractor, IndexBuilder index, Tally tally) {}

  private List<StoredFile> ingest(
      Snapshot snapshot, Staging staging, Optional<Generation> base, Intake intake) {
    FactsExtractor extractor = intake.extractor();
    Ingestion ingestion =
        new Ingestion(extractor, new Chunker(settings.chunks()), intake.index(), staging);
    List<StoredFile> files = staging.adopt(ingestion.ingest(snapshot, base, clock.listener()));
    Tally tally = intake.tally();
    extractor.unavailableReason().ifPresent(reason -> parserMissing(tally, reason));
    tally.peakMemory(PeakMemory.bytes()); // while the parser's process is still there
    extractor.close();
    tally.ingested(files, ingestion.changedFileCount());
    return files;
  }

  private void parserMissing(Tally tally, String reason) {
    tally.notParsed();
    clock.listener().noted(reason);
  }

  /** Continues the base's index, which was checked before it became the base. */
  private static IndexBuilder index(Staging staging, Optional<Generation> base) {
    return base.map(generation ->
            IndexBuilder.continueFrom(generation.indexFolder(), staging.indexFolder()))
        .orElseGet(() -> IndexBuilder.create(staging.indexFolder()));
  }

  private WikiPlan plan(CodeGraph graph, Steering steering) {
    clock.begin(Stage.PLAN);
    return new Planner().plan(graph, steering);
  }
}
