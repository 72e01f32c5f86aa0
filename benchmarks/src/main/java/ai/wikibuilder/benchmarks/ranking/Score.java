package ai.wikibuilder.benchmarks.ranking;

import ai.wikibuilder.benchmarks.ranking.questions.Question;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * How good one list of answers is, or the mean of many. Every share is 0 to 1. Immutable.
 *
 * @param first right answer at the first place
 * @param firstFive right answer among the first five
 * @param reciprocalRank of the first right answer among ten
 * @param gain normalised discounted cumulative gain of the first ten
 * @param recall share of the right answers among the first ten
 * @param rightCount right answers there are; the mean of many is rounded down
 */
record Score(
    double first,
    double firstFive,
    double reciprocalRank,
    double gain,
    double recall,
    int rightCount) {
  private static final int FEW = 5;

  /**
   * Scores one list.
   *
   * @param relevance of the answers in their order, at most {@link Question#DEPTH}
   * @param rightCount right answers there are, at least 1
   */
  static Score of(boolean[] relevance, int rightCount) {
    int found = 0;
    int best = 0;
    double gain = 0;
    for (int i = 0; i < relevance.length; i++) {
      if (relevance[i]) {
        found++;
        best = best == 0 ? i + 1 : best;
        gain += discount(i);
      }
    }
    double ideal = 0;
    for (int i = 0; i < Math.min(rightCount, Question.DEPTH); i++) {
      ideal += discount(i);
    }
    return new Score(
        best == 1 ? 1 : 0,
        best > 0 && best <= FEW ? 1 : 0,
        best > 0 ? 1.0 / best : 0,
        gain / ideal,
        (double) found / rightCount,
        rightCount);
  }

  /** What a right answer at a place is worth, counted from 0. */
  private static double discount(int place) {
    return Math.log(2) / Math.log(place + 2.0);
  }

  /** The mean, zeros for no scores at all. */
  static Score mean(Collection<Score> scores) {
    return new Score(
        mean(scores, Score::first),
        mean(scores, Score::firstFive),
        mean(scores, Score::reciprocalRank),
        mean(scores, Score::gain),
        mean(scores, Score::recall),
        (int) mean(scores, Score::rightCount));
  }

  private static double mean(Collection<Score> scores, ToDoubleFunction<Score> figure) {
    return scores.stream().mapToDouble(figure).average().orElse(0);
  }
}
