package ai.wikibuilder.answers.json;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.index.SearchResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A place that a search found.
 *
 * @param rank 1-based
 * @param symbol the code is part of; may be empty
 * @param kind of the symbol; {@code page} for a page of the wiki
 * @param score the sum of {@code explain}
 * @param explain what each signal adds
 */
public record HitJson(
    int rank,
    String path,
    int startLine,
    int endLine,
    String symbol,
    String kind,
    double score,
    Map<String, Double> explain) {
  /** All hits, best first. */
  public static List<HitJson> of(SearchResult result) {
    return of(result.hits());
  }

  /** The same hits. */
  public static List<HitJson> of(List<SearchHit> hits) {
    return hits.stream().map(HitJson::of).toList();
  }

  /** The same at another place of a list. */
  public HitJson ranked(int other) {
    return new HitJson(other, path, startLine, endLine, symbol, kind, score, explain);
  }

  /** One hit. */
  public static HitJson of(SearchHit hit) {
    Map<String, Double> explain = new LinkedHashMap<>();
    hit.explain().forEach(signal -> explain.put(signal.name(), signal.value()));
    return new HitJson(
        hit.rank(),
        hit.path(),
        hit.startLine(),
        hit.endLine(),
        hit.symbol(),
        hit.kind(),
        hit.score(),
        explain);
  }
}
