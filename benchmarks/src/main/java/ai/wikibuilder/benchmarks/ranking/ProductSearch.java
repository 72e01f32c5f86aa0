package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Place;
import ai.wikibuilder.index.Reranker;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchIndex;
import ai.wikibuilder.index.SearchRequest;
import java.util.ArrayList;
import java.util.List;

/** The product's own search on the index it built; a mined question is text, whatever it holds. */
public final class ProductSearch implements SearchSystem {
  private final SearchIndex index;
  private final boolean reranked;

  public ProductSearch(Corpus corpus, Reranker reranker, boolean reranked) {
    this.index = SearchIndex.open(corpus.indexFolder(), corpus.stored(), reranker);
    this.reranked = reranked;
  }

  @Override
  public List<Place> search(String question, int limit) {
    List<Place> places = new ArrayList<>();
    for (SearchHit hit : index.searchWords(new SearchRequest(question, limit, reranked)).hits()) {
      places.add(new Place(hit.path(), hit.startLine(), hit.endLine()));
    }
    return places;
  }

  @Override
  public void close() {
    index.close();
  }
}
