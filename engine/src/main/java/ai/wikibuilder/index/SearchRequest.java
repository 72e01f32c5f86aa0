package ai.wikibuilder.index;

/**
 * One question to an index: a symbol, a path, an error message, a sentence, an expression; see
 * {@link ai.wikibuilder.index.queries.Query}.
 *
 * @param query as typed; only its first {@link #QUERY_CHARS_MAX} characters count
 * @param limit hits wanted, 1 to {@link #LIMIT_MAX}
 * @param rerank whether a model may re-order the best hits, when the index was opened with one
 */
public record SearchRequest(String query, int limit, boolean rerank) {
  /** Nobody types more; a pasted log is told by its beginning. */
  public static final int QUERY_CHARS_MAX = 4_000;

  /** More hits than this are not read. */
  public static final int LIMIT_MAX = 100;

  public SearchRequest {
    if (limit < 1 || limit > LIMIT_MAX) {
      throw new IllegalArgumentException("expected a limit of 1 to 100, got " + limit);
    }
    query = query.substring(0, Math.min(query.length(), QUERY_CHARS_MAX));
  }

  /** Asks for ten hits in the best order there is. */
  public static SearchRequest of(String query) {
    return new SearchRequest(query, 10, true);
  }
}
