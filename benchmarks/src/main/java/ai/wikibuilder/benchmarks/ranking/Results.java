package ai.wikibuilder.benchmarks.ranking;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Scores of the systems on the same questions in the same order, and the table they make. */
final class Results {
  static final String HEAD =
      """
      | System | Acc@1 | Acc@5 | MRR@10 | NDCG@10 | Recall@10 | Acc@5 beside BM25 | NDCG@10 beside BM25 | ms a question |
      |---|---|---|---|---|---|---|---|---|
      """;

  private final long seed;
  private final Map<SystemKind, List<Score>> scores = new EnumMap<>(SystemKind.class);
  private final Map<SystemKind, Double> seconds = new EnumMap<>(SystemKind.class);

  Results(long seed) {
    this.seed = seed;
  }

  void add(SystemKind system, Score score, double secondsTaken) {
    scores.computeIfAbsent(system, kind -> new ArrayList<>()).add(score);
    seconds.merge(system, secondsTaken, Double::sum);
  }

  /** Adds the questions of another repository. */
  void addAll(Results other) {
    other.scores.forEach((system, list) -> {
      scores.computeIfAbsent(system, kind -> new ArrayList<>()).addAll(list);
      seconds.merge(system, other.seconds.getOrDefault(system, 0.0), Double::sum);
    });
  }

  int questionCount() {
    return scores.values().stream().mapToInt(List::size).max().orElse(0);
  }

  /** A line a system; a sentence where there were no questions. */
  String table() {
    if (scores.isEmpty()) {
      return "No question could be mined.\n";
    }
    StringBuilder table = new StringBuilder(HEAD);
    scores.forEach((system, list) -> {
      Score mean = Score.mean(list);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %s | %.0f |\n",
              system.title(),
              mean.first(),
              mean.firstFive(),
              mean.reciprocalRank(),
              mean.gain(),
              mean.recall(),
              beside(system, Score::firstFive),
              beside(system, Score::gain),
              seconds.getOrDefault(system, 0.0) / list.size() * 1e3));
    });
    return table.toString();
  }

  /** The difference of a figure from BM25's with its interval. */
  private String beside(SystemKind system, ToDoubleFunction<Score> figure) {
    List<Score> plain = scores.getOrDefault(SystemKind.BM25, List.of());
    List<Score> own = scores.getOrDefault(system, List.of());
    if (system == SystemKind.BM25 || plain.size() != own.size()) {
      return "";
    }
    double[] differences = new double[own.size()];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = figure.applyAsDouble(own.get(i)) - figure.applyAsDouble(plain.get(i));
    }
    Bootstrap.Interval interval = Bootstrap.interval(differences, seed);
    return String.format(
        Locale.ROOT, "%+.3f (%+.3f to %+.3f)", interval.mean(), interval.low(), interval.high());
  }
}
