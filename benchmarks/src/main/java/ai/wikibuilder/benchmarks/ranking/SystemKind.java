package ai.wikibuilder.benchmarks.ranking;

import java.util.Locale;

/** The systems that are compared, in the order of the tables. */
enum SystemKind {
  OURS("ours, lexical"),
  OURS_RERANKED("ours, re-ranked"),
  BM25("BM25"),
  BM25_RERANKED("BM25, 50 chunks re-ranked"),
  DENSE("dense only"),
  TERM_VOTES("rg, votes of terms");

  private final String title;

  SystemKind(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  /** Whether an embedding model reads texts for each question. */
  boolean isSlow() {
    return this == OURS_RERANKED || this == BM25_RERANKED || this == DENSE;
  }

  /** As it is written on the command line: {@code ours-reranked}. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
