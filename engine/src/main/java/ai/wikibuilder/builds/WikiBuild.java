package ai.wikibuilder.builds;

import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.OutputLock;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.util.Optional;

/**
 * Builds wikis. One build at a time for each object; several objects work side by side. What a
 * build has not published it takes away again, whatever ends it.
 */
public final class WikiBuild {
  private static final String REBUILT = "the earlier result cannot be used and is built anew: ";

  private final SnapshotSource source;
  private final BuildSettings settings;

  public WikiBuild(SnapshotSource source, BuildSettings settings) {
    this.source = source;
    this.settings = settings;
  }

  /**
   * Builds a wiki, or finds that it is there already.
   *
   * @throws ai.wikibuilder.source.SourceException when the source cannot be read
   * @throws GenerationException when the output cannot be used; an earlier wiki in it stays as it
   *     was
   */
  public BuildReport build(BuildRequest request, BuildListener listener) {
    StageClock clock = new StageClock(listener);
    clock.begin(Stage.SOURCE);
    GenerationStore store = GenerationStore.forWriting(request.output());
    try (OutputLock lock = store.lock()) {
      lock.assertHeld();
      return build(request, store, clock);
    } finally {
      store.removeIfNothingWasBuilt();
    }
  }

  private BuildReport build(BuildRequest request, GenerationStore store, StageClock clock) {
    Optional<Generation> previous = current(store, clock.listener());
    try (FactsExtractor extractor = new FactsExtractor(settings.facts())) {
      if (previous.isEmpty()) {
        extractor.warmUp(); // there is work for it, and its start takes as long as the listing
      }
      try (Snapshot snapshot = source.open(request.source(), clock.listener()::fetched)) {
        return build(request, new Beginning(snapshot, previous, store), extractor, clock);
      }
    } finally {
      previous.ifPresent(Generation::close);
    }
  }

  /** What a build starts from. */
  private record Beginning(
      Snapshot snapshot, Optional<Generation> previous, GenerationStore store) {}

  private BuildReport build(
      BuildRequest request, Beginning beginning, FactsExtractor extractor, StageClock clock) {
    Fingerprint fingerprint = Fingerprint.of(request, settings);
    Snapshot snapshot = beginning.snapshot();
    Optional<Generation> previous = beginning.previous();
    if (previous.isPresent()) {
      if (Properties.answers(previous.get(), snapshot.id(), fingerprint, request.indexOnly())
          && isWhole(previous.get(), clock.listener())) {
        return Properties.report(previous.get(), snapshot.id(), clock.end());
      }
      extractor.warmUp(); // while the base is checked and linked
    }
    Optional<Generation> base =
        previous
            .filter(generation -> Properties.analysedAs(generation, fingerprint))
            .filter(generation -> isWhole(generation, clock.listener()));
    return new Production(request, settings, fingerprint, clock)
        .run(snapshot, extractor, beginning.store(), base);
  }

  /** The generation shown now, unless it cannot even be opened: then it is made anew. */
  private static Optional<Generation> current(GenerationStore store, BuildListener listener) {
    try {
      return store.current();
    } catch (GenerationException e) {
      listener.noted(REBUILT + e.getMessage());
      return Optional.empty();
    }
  }

  private static boolean isWhole(Generation generation, BuildListener listener) {
    try {
      generation.verify();
      return true;
    } catch (GenerationException e) {
      listener.noted(REBUILT + e.getMessage());
      return false;
    }
  }
}
