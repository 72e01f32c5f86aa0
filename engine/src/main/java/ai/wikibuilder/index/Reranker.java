package ai.wikibuilder.index;

import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.source.TextReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;

/**
 * Re-orders the best candidates by how close their meaning is to the question's. May be shared by
 * threads if its embedder may.
 *
 * <p>The final score is a convex sum: lexical score relative to the best, and cosine relative to
 * the spread of cosines among the candidates. A convex sum with one weight beats rank fusion in and
 * out of domain (Bruch, Gai, Ingber: An Analysis of Fusion Functions for Hybrid Retrieval, 2023).
 *
 * <p>Candidates are read best first in small groups until the time given is used up; on a slow
 * machine the last ones stay unread and count as of average meaning. Their vectors are kept by
 * content where the embedder keeps them, so the same question asked again reads on.
 */
public final class Reranker {
  /** Candidates given to the model: 20 texts of 128 tokens take a third of the 500 ms allowed. */
  private static final int CANDIDATES_MAX = 20;

  /** Candidates of one group: what the model runs at once. */
  private static final int GROUP = 4;

  /** Time for reading candidates; with it a question stays within 500 ms on a slow machine. */
  private static final Duration TIME_MAX = Duration.ofMillis(380);

  /** Share of meaning in the final score: 0.2 and 0.35 did best on five repositories for tuning. */
  private static final double MEANING_SHARE = 0.3;

  /** The same when the best candidate is what the question names: a name is not a guess. */
  private static final double MEANING_SHARE_OF_NAMED = 0.15;

  /** Characters of a chunk the model could read at most; 128 tokens are seldom more. */
  private static final int TEXT_CHARS_MAX = 1_200;

  /** Comment marks and brackets: tokens without meaning that would fill the 128. */
  private static final Pattern NOISE = Pattern.compile("[/*#{}();=<>\"'`|\\[\\]-]+|\\s+");

  private final Optional<Embedder> embedder;
  private final Duration timeMax;
  private final LongSupplier nanoTime;

  private Reranker(Optional<Embedder> embedder, Duration timeMax, LongSupplier nanoTime) {
    this.embedder = embedder;
    this.timeMax = timeMax;
    this.nanoTime = nanoTime;
  }

  /** Leaves the order as it is. */
  public static Reranker none() {
    return new Reranker(Optional.empty(), Duration.ZERO, System::nanoTime);
  }

  /** Re-orders with an embedder, which the caller closes, in the time a reader waits. */
  public static Reranker with(Embedder embedder) {
    return new Reranker(Optional.of(embedder), TIME_MAX, System::nanoTime);
  }

  /** Re-orders with an embedder, which the caller closes, and reads all candidates. */
  public static Reranker thorough(Embedder embedder) {
    return new Reranker(Optional.of(embedder), Duration.ofDays(1), System::nanoTime);
  }

  /** Re-orders within {@code timeMax} of the given clock. */
  static Reranker timed(Embedder embedder, Duration timeMax, LongSupplier nanoTime) {
    return new Reranker(Optional.of(embedder), timeMax, nanoTime);
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
    List<Double> cosines;
    try {
      cosines = cosines(query, best, texts, embedder.get());
    } catch (ModelException e) {
      return new Outcome(ranked, SearchResult.Order.LEXICAL, String.valueOf(e.getMessage()));
    }
    fuse(ranked, best, cosines);
    List<Candidate> reordered = new ArrayList<>(ranked);
    reordered.sort(Ranking.ORDER);
    String note =
        cosines.size() == best.size()
            ? ""
            : "%d of %d candidates were compared by meaning within %d ms"
                .formatted(cosines.size(), best.size(), timeMax.toMillis());
    return new Outcome(reordered, SearchResult.Order.RERANKED, note);
  }

  /**
   * Re-orders by the vectors that chunks have already; nothing is read, so all candidates count. A
   * chunk without a vector counts as one of average meaning.
   */
  static Outcome fused(Meaning.Question question, List<Candidate> ranked) {
    if (ranked.isEmpty()) {
      return unchanged(ranked);
    }
    List<Candidate> compared = new ArrayList<>();
    List<Candidate> others = new ArrayList<>();
    List<Double> cosines = new ArrayList<>();
    for (Candidate candidate : ranked) {
      OptionalDouble cosine = question.cosine(candidate.path, candidate.startLine);
      (cosine.isPresent() ? compared : others).add(candidate);
      cosine.ifPresent(cosines::add);
    }
    if (cosines.isEmpty()) {
      return unchanged(ranked);
    }
    compared.addAll(others);
    fuse(ranked, compared, cosines);
    List<Candidate> reordered = new ArrayList<>(ranked);
    reordered.sort(Ranking.ORDER);
    return new Outcome(reordered, SearchResult.Order.RERANKED, "");
  }

  /** Cosines to the query of the first candidates, as many as the time allows, at least a group. */
  private List<Double> cosines(
      String query, List<Candidate> best, TextReader texts, Embedder model) {
    float[] question = model.embed(List.of(query))[0]; // loads the model: no part of the time
    List<Double> cosines = new ArrayList<>();
    long start = nanoTime.getAsLong();
    long longestGroup = 0;
    while (cosines.size() < best.size()) {
      long begin = nanoTime.getAsLong();
      if (!cosines.isEmpty() && begin - start + longestGroup > timeMax.toNanos()) {
        break;
      }
      List<String> inputs = new ArrayList<>();
      int end = Math.min(best.size(), cosines.size() + GROUP);
      for (Candidate candidate : best.subList(cosines.size(), end)) {
        inputs.add(describe(candidate, texts));
      }
      for (float[] vector : model.embed(inputs)) {
        cosines.add(dot(question, vector));
      }
      longestGroup = Math.max(longestGroup, nanoTime.getAsLong() - begin);
    }
    return cosines;
  }

  private static void fuse(List<Candidate> ranked, List<Candidate> best, List<Double> cosines) {
    DoubleSummaryStatistics range =
        cosines.stream().mapToDouble(Double::doubleValue).summaryStatistics();
    double share = ranked.getFirst().isNamed() ? MEANING_SHARE_OF_NAMED : MEANING_SHARE;
    double top = Math.max(Double.MIN_NORMAL, ranked.getFirst().score());
    for (Candidate candidate : ranked) {
      candidate.scale((1 - share) / top);
    }
    double spread = range.getMax() - range.getMin();
    for (int i = 0; i < best.size(); i++) {
      double cosine = i < cosines.size() ? cosines.get(i) : range.getAverage();
      double meaning = spread > 0 ? (cosine - range.getMin()) / spread : 1;
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
