package ai.wikibuilder.builds.stored;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.PlaceSearch;
import ai.wikibuilder.answers.evidence.PagePassages;
import ai.wikibuilder.answers.maps.CodeMaps;
import ai.wikibuilder.answers.maps.PlaceChooser;
import ai.wikibuilder.builds.StoredComposition;
import ai.wikibuilder.builds.StoredVersion;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.StoredFile;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.material.KeySymbols;
import ai.wikibuilder.pages.prose.lookup.RepositoryNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * One generation, opened for questions. For one thread, for a re-ranking model is not shared; see
 * {@link #shared}.
 */
public final class WikiReading implements AutoCloseable {
  private final Generation generation;
  private final Optional<Embedder> embedder;
  private final Meaning meaning;
  private final boolean owning;
  private final StoredTexts texts;
  private final SearchIndex index;

  /**
   * Opens the index of a generation, and closes both with itself.
   *
   * @param embedder re-orders the best results when there is one; closed with this
   */
  public WikiReading(Generation generation, Optional<Embedder> embedder) {
    this(generation, embedder, Meaning.none(), true);
  }

  /**
   * The same, and compares questions with the vectors of the generation.
   *
   * @param meaning of this generation's vectors; closed with this
   */
  public WikiReading(Generation generation, Optional<Embedder> embedder, Meaning meaning) {
    this(generation, embedder, meaning, true);
  }

  /**
   * Opens the index of a generation that others read too, and does not close it. Threads may share
   * what is returned.
   */
  public static WikiReading shared(Generation generation) {
    return shared(generation, Meaning.none());
  }

  /**
   * The same, and compares questions with the vectors of the generation.
   *
   * @param meaning of this generation's vectors; closed with this
   */
  public static WikiReading shared(Generation generation, Meaning meaning) {
    return new WikiReading(generation, Optional.empty(), meaning, false);
  }

  private WikiReading(
      Generation generation, Optional<Embedder> embedder, Meaning meaning, boolean owning) {
    this.owning = owning;
    this.meaning = meaning;
    this.generation = generation;
    this.embedder = embedder;
    this.texts = StoredTexts.of(generation);
    Reranker reranker = embedder.map(Reranker::with).orElseGet(Reranker::none);
    this.index = SearchIndex.open(generation.indexFolder(), texts, reranker, meaning);
  }

  public StoredTexts texts() {
    return texts;
  }

  /**
   * All that questions are answered from. The graph and the pages begin to load when the first
   * places are found, beside whatever is done with these: nobody waits for places because of them.
   *
   * @param output folder the wiki stands in
   */
  public OpenWiki wiki(Path output) {
    Map<String, String> properties = generation.properties();
    Loading<CodeGraph> graph = new Loading<>(() -> StoredGraph.of(generation));
    Loading<Optional<Wiki>> pages = new Loading<>(() -> WikiCheck.pages(output));
    Loading<RepositoryNames> names =
        new Loading<>(() -> {
          pages.begin();
          return new RepositoryNames(graph.get());
        });
    Loading<KeySymbols> keys = new Loading<>(() -> new KeySymbols(graph.get()));
    return new OpenWiki(
        properties.getOrDefault("snapshot.name", ""),
        properties.getOrDefault("snapshot.commit", ""),
        generation.files().stream()
            .filter(file -> file.text().isPresent())
            .map(StoredFile::path)
            .sorted()
            .toList(),
        new FirstPlaces(places(), names::begin),
        texts,
        names,
        keys,
        pages,
        new Loading<>(() -> pages.get().map(PagePassages::new)),
        () ->
            new CodeMaps(
                asked -> searchWords(asked, CodeMaps.HIT_COUNT).hits(),
                StoredComposition.of(StoredVersion.of(generation, graph.get())),
                keys.get(),
                PlaceChooser.none()));
  }

  /** Says when places have been found. */
  private record FirstPlaces(PlaceSearch search, Runnable found) implements PlaceSearch {
    @Override
    public List<SearchHit> atOnce(String text, int limit) {
      return then(search.atOnce(text, limit));
    }

    @Override
    public List<SearchHit> words(String text, int limit) {
      return then(search.words(text, limit));
    }

    @Override
    public Places places(String text, int limit) {
      return then(search.places(text, limit));
    }

    @Override
    public List<SearchHit> query(String query, int limit) {
      return then(search.query(query, limit));
    }

    private <T> T then(T places) {
      found.run();
      return places;
    }
  }

  /** How places are found in it. */
  public PlaceSearch places() {
    return new PlaceSearch() {
      @Override
      public List<SearchHit> atOnce(String text, int limit) {
        return index.searchWords(new SearchRequest(text, limit, false)).hits();
      }

      @Override
      public List<SearchHit> words(String text, int limit) {
        return searchWords(text, limit).hits();
      }

      @Override
      public Places places(String text, int limit) {
        SearchResult result = searchWords(text, limit);
        return new Places(result.hits(), result.unasked());
      }

      @Override
      public List<SearchHit> query(String query, int limit) {
        return search(query, limit).hits();
      }
    };
  }

  public SearchResult search(String query, int limit) {
    return index.search(new SearchRequest(query, limit, isReordering()));
  }

  /** As {@link SearchIndex#promise}. */
  public OptionalDouble promise(String query) {
    return index.promise(query);
  }

  /** As {@link #search}, but nothing in the query is syntax. */
  public SearchResult searchWords(String query, int limit) {
    return index.searchWords(new SearchRequest(query, limit, isReordering()));
  }

  private boolean isReordering() {
    return embedder.isPresent() || meaning.isPresent();
  }

  @Override
  public void close() {
    index.close();
    meaning.close();
    embedder.ifPresent(Embedder::close);
    if (owning) {
      generation.close();
    }
  }
}
