package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.SearchRequest;
import ai.wikibuilder.index.SearchResult;
import ai.wikibuilder.models.Embedder;
import java.util.Optional;

/** One wiki, opened for questions. */
public final class Searching implements AutoCloseable {
  private final Generation generation;
  private final Optional<Embedder> embedder;
  private final StoredTexts texts;
  private final SearchIndex index;

  /**
   * Opens the index of a generation, and closes both with itself.
   *
   * @param embedder re-orders the best results when there is one; closed with this
   */
  public Searching(Generation generation, Optional<Embedder> embedder) {
    this.generation = generation;
    this.embedder = embedder;
    this.texts = StoredTexts.of(generation);
    Reranker reranker = embedder.map(Reranker::with).orElseGet(Reranker::none);
    this.index = SearchIndex.open(generation.indexFolder(), texts, reranker);
  }

  public StoredTexts texts() {
    return texts;
  }

  public SearchResult search(String query, int limit) {
    return index.search(new SearchRequest(query, limit, embedder.isPresent()));
  }

  /** As {@link #search}, but nothing in the query is syntax. */
  public SearchResult searchWords(String query, int limit) {
    return index.searchWords(new SearchRequest(query, limit, embedder.isPresent()));
  }

  @Override
  public void close() {
    index.close();
    embedder.ifPresent(Embedder::close);
    generation.close();
  }
}
