package ai.wikibuilder.benchmarks.ranking;

import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The one figure that counts for a kind of question, a line a repository. */
final class Summary {
  private static final String HEAD =
      """
      | Repository | BM25 | ours, lexical | beside BM25 | ours, re-ranked | beside BM25 |
      |---|---|---|---|---|---|
      """;

  private final String figureName;
  private final ToDoubleFunction<Score> figure;

  /**
   * @param figureName as it stands over the table
   */
  Summary(String figureName, ToDoubleFunction<Score> figure) {
    this.figureName = figureName;
    this.figure = figure;
  }

  /** The table of all repositories by their names; last the mean of the repositories. */
  String table(Map<String, Results> byRepository) {
    StringBuilder table = new StringBuilder(figureName + ":\n\n" + HEAD);
    byRepository.forEach((name, results) ->
        table.append(
            String.format(
                Locale.ROOT,
                "| %s | %s | %s | %s | %s | %s |\n",
                name,
                shown(results, SystemKind.BM25),
                shown(results, SystemKind.OURS),
                Results.shown(results.beside(SystemKind.OURS, figure, false)),
                shown(results, SystemKind.OURS_RERANKED),
                Results.shown(results.beside(SystemKind.OURS_RERANKED, figure, false)))));
    return table
        .append(
            String.format(
                Locale.ROOT,
                "| mean of the repositories | %s | %s | %s | %s | %s |\n",
                mean(byRepository, SystemKind.BM25),
                mean(byRepository, SystemKind.OURS),
                ratio(byRepository, SystemKind.OURS),
                mean(byRepository, SystemKind.OURS_RERANKED),
                ratio(byRepository, SystemKind.OURS_RERANKED)))
        .toString();
  }

  private String shown(Results results, SystemKind system) {
    int answered = results.answerCount(system);
    String few = answered < results.questionCount() ? " (" + answered + " questions)" : "";
    return results
        .mean(system, figure)
        .map(mean -> String.format(Locale.ROOT, "%.3f%s", mean, few))
        .orElse("");
  }

  private String mean(Map<String, Results> byRepository, SystemKind system) {
    double mean = mean(byRepository, system, system);
    return mean > 0 ? String.format(Locale.ROOT, "%.3f", mean) : "";
  }

  /** The mean of the repositories' means, over questions that both systems have answered. */
  private double mean(Map<String, Results> byRepository, SystemKind system, SystemKind other) {
    return byRepository.values().stream()
        .flatMap(results -> results.meanOnSameQuestions(system, other, figure).stream())
        .mapToDouble(Double::doubleValue)
        .average()
        .orElse(0);
  }

  private String ratio(Map<String, Results> byRepository, SystemKind system) {
    double plain = mean(byRepository, SystemKind.BM25, system);
    double own = mean(byRepository, system, SystemKind.BM25);
    if (plain <= 0 || plain >= 1 || own <= 0) {
      return "";
    }
    double misses = (own - plain) / (1 - plain);
    return String.format(
        Locale.ROOT, "%.2f times, %.0f %% of its misses gone", own / plain, 100 * misses);
  }
}
