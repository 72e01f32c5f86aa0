package ai.wikibuilder.server.wikis;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.maps.CodeMap;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.answers.maps.MapPage;
import ai.wikibuilder.answers.tools.ServedWiki;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.builds.stored.ReportReview;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.comparisons.Version;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.index.vectors.QuestionModel;
import ai.wikibuilder.pages.Authorship;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.Sentences;
import ai.wikibuilder.pages.corrections.ClaimForm;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.site.data.WikiDataException;
import ai.wikibuilder.site.served.MadePage;
import ai.wikibuilder.source.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * A wiki held for reading. Threads may share it. Close it at the end of the request: its files stay
 * until then, whatever is published meanwhile.
 */
public final class ReadWiki implements AutoCloseable {
  private final PinnedGeneration pinned;
  private final SharedReading shared;

  ReadWiki(PinnedGeneration pinned, SharedReading shared) {
    this.pinned = pinned;
    this.shared = shared;
  }

  /**
   * A page in the list of all.
   *
   * @param parent slug of the page above; empty at the top
   */
  public record PageEntry(String slug, String title, String summary, Optional<String> parent) {}

  /** A code map and what its check found. */
  public record CheckedMap(CodeMap map, Quality quality) {}

  public StoredAt at() {
    return pinned.at();
  }

  /** The repository's name for people. */
  public String title() {
    return property("snapshot.name");
  }

  /** Full commit id; empty without git. */
  public String commit() {
    return property("snapshot.commit");
  }

  /** Id of the tree the wiki is of. */
  public String tree() {
    return property("snapshot.tree");
  }

  private String property(String name) {
    Map<String, String> properties = pinned.generation().properties();
    return properties.getOrDefault(name, "");
  }

  /** In reading order, a parent before its children. */
  public List<PageEntry> pages() {
    return shared.pages().entries();
  }

  /** A page as wiki.json has it. */
  public Optional<String> json(String slug) {
    return shared.pages().json(slug);
  }

  public Optional<String> markdown(String slug) {
    return shared.files().markdown(slug);
  }

  /** A file of the site by its path, such as {@code pages/api.html}. */
  public Optional<Path> file(String name) {
    return shared.files().file(name);
  }

  /**
   * Lets pass a site that is what was published, file by file.
   *
   * @throws ai.wikibuilder.generations.GenerationException CORRUPT
   */
  public void requireWholeSite() {
    pinned.generation().verifyWiki();
  }

  /** The folder of the site. */
  public Path site() {
    return pinned.generation().wikiFolder();
  }

  /** The masked text of a file of the repository. */
  public Optional<SourceText> source(String path) {
    return shared.reading().texts().text(path);
  }

  /**
   * Code and pages.
   *
   * @throws ai.wikibuilder.index.queries.QueryException when the syntax of the query is wrong
   */
  public SearchResult search(String query, int limit) {
    return shared.list().search(query, limit);
  }

  /** Whether its chunks have vectors, so that a query can be compared with them. */
  public boolean hasVectors() {
    return Files.isRegularFile(pinned.generation().vectors());
  }

  /**
   * Code and pages, also by what the code means.
   *
   * @param questions gives the query its vector
   * @throws ai.wikibuilder.index.queries.QueryException when the syntax of the query is wrong
   */
  public SearchResult search(String query, int limit, QuestionModel questions) {
    Path vectors = pinned.generation().vectors();
    try (WikiReading meant =
        WikiReading.shared(pinned.generation(), Meaning.open(vectors, questions))) {
      return shared.list(meant::search).search(query, limit);
    }
  }

  /** Code alone, for a search in many wikis: their pages need not be loaded for it. */
  public SearchResult searchCode(String query, int limit) {
    return shared.reading().search(query, limit);
  }

  /** How well the code may answer a query; see {@link ManyWikis}. */
  OptionalDouble promise(String query) {
    return shared.reading().promise(query);
  }

  /** What answers are made from. */
  public OpenWiki open() {
    return shared.wiki();
  }

  /**
   * What answers are made from, with places that are close to a question in meaning as well, where
   * the wiki has vectors. Opening them takes some milliseconds; the graph and the pages are those
   * that all readers share.
   *
   * @param questions gives questions their vectors; empty without an embedding model
   */
  public MeantWiki open(Optional<QuestionModel> questions) {
    Path vectors = pinned.generation().vectors();
    if (questions.isEmpty() || !hasVectors()) {
      return new MeantWiki(open(), () -> {});
    }
    WikiReading meant =
        WikiReading.shared(pinned.generation(), Meaning.open(vectors, questions.get()));
    return new MeantWiki(open().searching(meant.places()), meant::close);
  }

  /**
   * The wiki for the tools of agents.
   *
   * @param ask answers a question
   * @param research gives the report of a question as text; empty without a model
   */
  public ServedWiki served(
      Function<String, Answered> ask, Optional<Function<String, String>> research) {
    return new ServedWiki(
        StoredVersion.snapshotOf(pinned.generation()),
        shared.allPages(),
        this::markdown,
        open().paths(),
        shared.reading().texts(),
        request -> shared.reading().search(request.query(), request.limit()),
        ask,
        research);
  }

  /** The path through the code that answers a question, from the graph alone. */
  public CheckedMap map(String question) {
    CodeMaps maps = shared.wiki().maps().get();
    CodeMap map = maps.map(question);
    return new CheckedMap(map, maps.check(map));
  }

  /** A code map as a page in the frame of the wiki; its files are those of the site. */
  public String page(CheckedMap checked) {
    Version version = StoredVersion.of(pinned.generation(), shared.wiki().names().get().graph());
    return MadePage.html(
        Wiki.ofOne(MapPage.of(checked.map(), "map"), version.snapshot(), version.graph()),
        version.reader(),
        version.links(),
        checked.map().language());
  }

  /** What checks the reports of readers; reads the whole code graph. */
  public ReportReview review() {
    OpenWiki open = open();
    Wiki wiki =
        open.pages().get().orElseThrow(() -> new WikiDataException("the wiki has no pages"));
    return new ReportReview(
        wiki, open.names().get().graph(), open.texts(), wiki.authorship().language());
  }

  /** The sentences of a page as people read them; none when there is no such page. */
  public List<String> sentences(String slug) {
    return shared.allPages().stream()
        .filter(page -> page.slug().equals(slug))
        .flatMap(page -> page.sections().stream())
        .flatMap(section -> section.blocks().stream())
        .flatMap(block -> Sentences.of(block).stream())
        .map(ClaimForm::text)
        .filter(text -> !text.isBlank())
        .distinct()
        .toList();
  }

  /** What a model had to do with the pages. */
  public Authorship authorship() {
    return shared.data().map(Wiki::authorship).orElseGet(Authorship::composed);
  }

  /**
   * How much of what the wiki says was checked.
   *
   * @param claims statements
   * @param verified those that their lines show
   */
  public record Verified(int claims, int verified) {}

  public Verified verified() {
    return new Verified(count("count.claims"), count("count.verified"));
  }

  private int count(String name) {
    String text = property(name);
    return text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
  }

  @Override
  public void close() {
    pinned.close();
  }
}
