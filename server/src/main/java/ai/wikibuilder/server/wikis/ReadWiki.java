package ai.wikibuilder.server.wikis;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.asking.Answered;
import ai.wikibuilder.answers.maps.CodeMap;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.answers.tools.ServedWiki;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.server.storage.PinnedGeneration;
import ai.wikibuilder.server.storage.StoredAt;
import ai.wikibuilder.source.SourceText;
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

  @Override
  public void close() {
    pinned.close();
  }
}
