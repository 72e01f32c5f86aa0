package ai.wikibuilder.index;

import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.source.TextReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Re-orders the best candidates by how close their meaning is to the question's. May be shared by
 * threads if its embedder may.
 *
 * <p>The final score is a convex sum: lexical score relative to the best, and cosine relative to
 * the spread of cosines among the candidates. A convex sum with one weight beats rank fusion in and
 * out of domain (Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval, 2023).
 */
public final class Reranker {
  /** Candidates given to the model: 20 texts of 128 tokens take a third of the 500 ms allowed. */
  private static final int CANDIDATES_MAX = 20;

  /** Share of meaning in the final score: 0.2 and 0.35 did best on five repositories for tuning. */
  private static final double MEANING_SHARE = 0.3;

  /** The same when the best candidate is what the question names: a name is not a guess. */
  private static final double MEANING_SHARE_OF_NAMED = 0.15;

  /** Characters of a chunk the model could read at most; 128 tokens are seldom more. */
  private static final int TEXT_CHARS_MAX = 1_200;

  /** Comment marks and brackets: tokens without meaning that would fill the 128. */
  private static final Pattern NOISE = Pattern.compile("[/*#{}();=<>\"'`|\\[\\]-]+|\\s+");

  private final Optional<Embedder> embedder;

  private Reranker(Optional<Embedder> embedder) {
    this.embedder = embedder;
  }

  /** Leaves the order as it is. */
  public static Reranker none() {
    return new Reranker(Optional.empty());
  }

  /** Re-orders with an embedder, which the caller closes. */
  public static Reranker with(Embedder embedder) {
    return new Reranker(Optional.of(embedder));
  }

  /** Candidates best first, how they came to be so, and why not better. */
  record Outcome(List<Candidate> candidates, SearchResult.Order order, String note) {}

  static Outcome unchanged(List<Candidate> ranked) {
    return new Outcome(ranked, SearchResult.Order.LEXICAL, "");
  }

  Outcome rerank(String query, List<Candidate> ranked, TextReader texts) {
    if (embedder.isEmpty() || ranked.isEmpty()) {
      return unchanged(ranked);
    }
    List<Candidate> best = Ranking.spread(ranked, CANDIDATES_MAX);
    List<String> inputs = new ArrayList<>();
    inputs.add(query);
    for (Candidate candidate : best) {
      inputs.add(describe(candidate, texts));
    }
    try {
      fuse(ranked, best, embedder.get().embed(inputs));
    } catch (ModelException e) {
      return new Outcome(ranked, SearchResult.Order.LEXICAL, String.valueOf(e.getMessage()));
    }
    List<Candidate> reordered = new ArrayList<>(ranked);
    reordered.sort(Ranking.ORDER);
    return new Outcome(reordered, SearchResult.Order.RERANKED, "");
  }

  private static void fuse(List<Candidate> ranked, List<Candidate> best, float[][] vectors) {
    double[] cosines = new double[best.size()];
    double low = 1;
    double high = -1;
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = dot(vectors[0], vectors[i + 1]);
      low = Math.min(low, cosines[i]);
      high = Math.max(high, cosines[i]);
    }
    double share = ranked.getFirst().isNamed() ? MEANING_SHARE_OF_NAMED : MEANING_SHARE;
    double top = Math.max(Double.MIN_NORMAL, ranked.getFirst().score());
    for (Candidate candidate : ranked) {
      candidate.scale((1 - share) / top);
    }
    for (int i = 0; i < cosines.length; i++) {
      double meaning = high > low ? (cosines[i] - low) / (high - low) : 1;
      best.get(i).add("meaning", share * meaning);
    }
  }

  /** What the model reads of a candidate: where it stands, what it is called, what it says. */
  private static String describe(Candidate candidate, TextReader texts) {
    String path = candidate.path;
    String file = path.substring(path.lastIndexOf('/') + 1);
    String symbol = candidate.symbol().map(DefinedSymbols.Entry::qualified).orElse("");
    String text = texts.text(path).map(source -> Ranking.lines(source, candidate)).orElse("");
    String start = text.substring(0, Math.min(text.length(), TEXT_CHARS_MAX));
    return file + " " + symbol + " " + NOISE.matcher(start).replaceAll(" ");
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
