package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.Bootstrap.Interval;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * Scores of the systems on the same questions, and the table they make. A slow system may have
 * answered only some of them; it is compared on those.
 */
final class Results {
  static final String HEAD =
      """
      | System | Acc@1 | Acc@5 | MRR@10 | NDCG@10 | Recall@10 | of several files | Acc@5 beside BM25 | NDCG@10 beside BM25 | recall of several beside BM25 | ms a question |
      |---|---|---|---|---|---|---|---|---|---|---|
      """;

  private final long seed;

  /** By the number of the question. */
  private final Map<SystemKind, SortedMap<Integer, Score>> scores = new EnumMap<>(SystemKind.class);

  private final Map<SystemKind, Double> seconds = new EnumMap<>(SystemKind.class);

  Results(long seed) {
    this.seed = seed;
  }

  /** Keeps how a system did on the question of a number, counted from 0. */
  void add(SystemKind system, int question, Score score, double secondsTaken) {
    scores.computeIfAbsent(system, kind -> new TreeMap<>()).put(question, score);
    seconds.merge(system, secondsTaken, Double::sum);
  }

  /** Adds the questions of another repository after those that are here. */
  void addAll(Results other) {
    int offset = questionCount();
    other.scores.forEach((system, answers) -> {
      SortedMap<Integer, Score> all = scores.computeIfAbsent(system, kind -> new TreeMap<>());
      answers.forEach((question, score) -> all.put(offset + question, score));
      seconds.merge(system, other.seconds.getOrDefault(system, 0.0), Double::sum);
    });
  }

  /** Numbers of questions given so far, those that no system has answered among them. */
  int questionCount() {
    return scores.values().stream()
        .filter(answers -> !answers.isEmpty())
        .mapToInt(answers -> answers.lastKey() + 1)
        .max()
        .orElse(0);
  }

  /** The mean of a figure; empty when the system has answered nothing. */
  Optional<Double> mean(SystemKind system, ToDoubleFunction<Score> figure) {
    return meanOnSameQuestions(system, system, figure);
  }

  /** The mean of a figure over the questions that another system has answered as well. */
  Optional<Double> meanOnSameQuestions(
      SystemKind system, SystemKind other, ToDoubleFunction<Score> figure) {
    OptionalDouble mean =
        answers(system).entrySet().stream()
            .filter(own -> answers(other).containsKey(own.getKey()))
            .mapToDouble(own -> figure.applyAsDouble(own.getValue()))
            .average();
    return mean.isPresent() ? Optional.of(mean.getAsDouble()) : Optional.empty();
  }

  /** How many questions a system has answered. */
  int answerCount(SystemKind system) {
    return answers(system).size();
  }

  /** The difference of a figure from BM25's on the questions that both have answered. */
  Optional<Interval> beside(SystemKind system, ToDoubleFunction<Score> figure, boolean several) {
    SortedMap<Integer, Score> plain = answers(SystemKind.BM25);
    double[] differences =
        answers(system).entrySet().stream()
            .filter(own -> plain.containsKey(own.getKey()))
            .filter(own -> !several || own.getValue().rightCount() > 1)
            .mapToDouble(own ->
                figure.applyAsDouble(own.getValue())
                    - figure.applyAsDouble(plain.getOrDefault(own.getKey(), own.getValue())))
            .toArray();
    return system == SystemKind.BM25 || differences.length == 0
        ? Optional.empty()
        : Optional.of(Bootstrap.interval(differences, seed));
  }

  private SortedMap<Integer, Score> answers(SystemKind system) {
    return scores.getOrDefault(system, new TreeMap<>());
  }

  /** A line a system; a sentence where there were no questions. */
  String table() {
    if (scores.isEmpty()) {
      return "No question could be mined.\n";
    }
    StringBuilder table = new StringBuilder(HEAD);
    scores.forEach((system, answers) -> table.append(row(system, answers.values())));
    return table.toString();
  }

  private String row(SystemKind system, Collection<Score> answers) {
    Score mean = Score.mean(answers);
    List<Score> several = answers.stream().filter(score -> score.rightCount() > 1).toList();
    String few = answers.size() < questionCount() ? " (" + answers.size() + " questions)" : "";
    return String.format(
        Locale.ROOT,
        "| %s%s | %.3f | %.3f | %.3f | %.3f | %.3f | %s | %s | %s | %s | %.0f |\n",
        system.title(),
        few,
        mean.first(),
        mean.firstFive(),
        mean.reciprocalRank(),
        mean.gain(),
        mean.recall(),
        several.isEmpty() ? "" : String.format(Locale.ROOT, "%.3f", Score.mean(several).recall()),
        shown(beside(system, Score::firstFive, false)),
        shown(beside(system, Score::gain, false)),
        shown(beside(system, Score::recall, true)),
        seconds.getOrDefault(system, 0.0) / answers.size() * 1e3);
  }

  /** A difference with its interval; nothing where there is none. */
  static String shown(Optional<Interval> difference) {
    return difference
        .map(interval ->
            String.format(
                Locale.ROOT,
                "%+.3f (%+.3f to %+.3f)",
                interval.mean(),
                interval.low(),
                interval.high()))
        .orElse("");
  }
}
