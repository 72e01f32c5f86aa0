package ai.wikibuilder.builds;

import ai.wikibuilder.builds.writing.FolderOfTexts;
import ai.wikibuilder.facts.FactsExtractor;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.generations.OutputLock;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.pages.prose.WrittenTexts;
import ai.wikibuilder.source.FetchProgress;
import ai.wikibuilder.source.Snapshot;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Builds wikis. One build at a time for each object; several objects work side by side. What a
 * build has not published it takes away again, whatever ends it.
 */
public final class WikiBuild {
  private static final String REBUILT = "the earlier result cannot be used and is built anew: ";

  private final SnapshotSource source;
  private final BuildSettings settings;
  private final Function<Path, WrittenTexts> texts;
  private final VectorAuthor vectors;

  /** Builds that keep what models write beside their results, and make no vectors. */
  public WikiBuild(SnapshotSource source, BuildSettings settings) {
    this(source, settings, FolderOfTexts::new, new VectorAuthor.Nobody());
  }

  private WikiBuild(
      SnapshotSource source,
      BuildSettings settings,
      Function<Path, WrittenTexts> texts,
      VectorAuthor vectors) {
    this.source = source;
    this.settings = settings;
    this.texts = texts;
    this.vectors = vectors;
  }

  /** The same builds, which keep what models write elsewhere. */
  public WikiBuild keeping(WrittenTexts elsewhere) {
    return new WikiBuild(source, settings, _ -> elsewhere, vectors);
  }

  /** The same builds, which give all chunks vectors. */
  public WikiBuild embedding(VectorAuthor by) {
    return new WikiBuild(source, settings, texts, by);
  }

  /**
   * Builds a wiki, or finds that it is there already.
   *
   * @throws ai.wikibuilder.source.SourceException when the source cannot be read
   * @throws GenerationException when the output cannot be used; an earlier wiki in it stays as it
   *     was
   * @throws ai.wikibuilder.models.ModelException when there are pages to write for a model that
   *     never could: no key, no such model
   * @throws PagesLostException when most pages would go; the wiki stays as it was
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
      Opening opening = new Opening(clock.listener(), previous, extractor);
      try (Snapshot snapshot = source.open(request.source(), opening)) {
        return build(request, new Beginning(snapshot, previous, store), extractor, clock);
      }
    } finally {
      previous.ifPresent(Generation::close);
    }
  }

  /** Has the parser start while the files of a commit that is not shown yet are listed. */
  private record Opening(
      BuildListener listener, Optional<Generation> previous, FactsExtractor extractor)
      implements FetchProgress {
    @Override
    public void received(long objectCount, long objectTotal, long byteCount) {
      listener.fetched(objectCount, objectTotal, byteCount);
    }

    @Override
    public void found(String commit) {
      if (previous.isPresent()
          && !Properties.snapshot(previous.get()).commit().equals(Optional.of(commit))) {
        extractor.warmUp();
      }
    }
  }

  /** What a build starts from. */
  private record Beginning(
      Snapshot snapshot, Optional<Generation> previous, GenerationStore store) {}

  private BuildReport build(
      BuildRequest request, Beginning beginning, FactsExtractor extractor, StageClock clock) {
    Fingerprint fingerprint = Fingerprint.of(request, settings);
    Snapshot snapshot = beginning.snapshot();
    VectorStage stage = VectorStage.by(vectors);
    Predicate<Generation> answers =
        one ->
            !request.again()
                && Properties.answers(one, snapshot.id(), fingerprint, request.indexOnly())
                && stage.isSatisfiedBy(one);
    Optional<BuildReport> there =
        asShown(beginning, answers, clock).or(() -> goBack(beginning, answers, clock));
    if (there.isPresent()) {
      return there.get();
    }
    if (!request.indexOnly()) {
      request.author().ready(); // who has nothing to do is not looked at
    }
    return produce(request, beginning, extractor, new Production.Side(clock, stage));
  }

  private BuildReport produce(
      BuildRequest request, Beginning beginning, FactsExtractor extractor, Production.Side side) {
    BuildListener listener = side.clock().listener();
    Fingerprint fingerprint = Fingerprint.of(request, settings);
    Optional<Generation> previous = beginning.previous();
    if (previous.isPresent()) {
      extractor.warmUp(); // while the base is checked and linked
    }
    Optional<Generation> whole = previous.filter(generation -> isWhole(generation, listener));
    Optional<Generation> shown = whole.filter(Generation::hasWiki);
    Optional<Generation> older =
        shown.isPresent() ? Optional.empty() : beginning.store().newest(Generation::hasWiki);
    try {
      return new Production(request, settings, fingerprint, side)
          .run(
              beginning.snapshot(),
              extractor,
              beginning.store(),
              new Production.Before(
                  whole.filter(one -> Properties.analysedAs(one, fingerprint)),
                  shown.or(() -> older.filter(one -> isWhole(one, listener))),
                  texts.apply(beginning.store().pagesFolder())));
    } finally {
      older.ifPresent(Generation::close);
    }
  }

  /**
   * What is shown now, when that is asked for; files that somebody took or changed are put back.
   */
  private static Optional<BuildReport> asShown(
      Beginning beginning, Predicate<Generation> answers, StageClock clock) {
    Optional<Generation> shown =
        beginning.previous().filter(answers).filter(one -> isWhole(one, clock.listener()));
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    List<String> strayed = beginning.store().strayed(shown.get());
    if (!strayed.isEmpty()) {
      beginning.store().show(shown.get());
      clock
          .listener()
          .noted(
              "the wiki was not as it was published (%s%s) and is put back"
                  .formatted(
                      strayed.getFirst(),
                      strayed.size() == 1 ? "" : " and %,d more".formatted(strayed.size() - 1)));
    }
    return Optional.of(Properties.report(shown.get(), beginning.snapshot().id(), clock.end()));
  }

  /** Shows a kept generation again, when one is what is asked for. */
  private static Optional<BuildReport> goBack(
      Beginning beginning, Predicate<Generation> answers, StageClock clock) {
    Optional<Generation> kept = beginning.store().newest(answers);
    try {
      if (kept.filter(one -> isWhole(one, clock.listener())).isEmpty()) {
        return Optional.empty();
      }
      beginning.store().show(kept.get());
      return Optional.of(Properties.report(kept.get(), beginning.snapshot().id(), clock.end()));
    } finally {
      kept.ifPresent(Generation::close);
    }
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
