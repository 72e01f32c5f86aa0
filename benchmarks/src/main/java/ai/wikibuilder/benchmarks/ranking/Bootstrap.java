package ai.wikibuilder.benchmarks.ranking;

import java.util.Arrays;
import java.util.Random;

/**
 * The paired bootstrap: how far the mean difference of two systems on the same questions would
 * scatter if other questions had been drawn. Questions are drawn with replacement, as many as there
 * are, and the middle 95 % of the means is the interval (Efron, Tibshirani: An Introduction to the
 * Bootstrap, 1993, chapter 13; Sakai: Evaluating Evaluation Metrics Based on the Bootstrap, 2006).
 */
final class Bootstrap {
  /** More draws change the second digit of an interval no more. */
  private static final int DRAWS = 5_000;

  private static final double LOW = 0.025;
  private static final double HIGH = 0.975;

  /** The mean of the differences and the interval around it. */
  record Interval(double mean, double low, double high) {}

  private Bootstrap() {}

  /**
   * The mean difference and where 95 % of such means lie.
   *
   * @param differences one a question, of the one system's figure from the other's
   * @return zeros for no differences
   */
  static Interval interval(double[] differences, long seed) {
    if (differences.length == 0) {
      return new Interval(0, 0, 0);
    }
    Random random = new Random(seed);
    double[] means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      double sum = 0;
      for (int i = 0; i < differences.length; i++) {
        sum += differences[random.nextInt(differences.length)];
      }
      means[draw] = sum / differences.length;
    }
    Arrays.sort(means);
    return new Interval(
        Arrays.stream(differences).average().orElse(0),
        means[(int) (LOW * DRAWS)],
        means[(int) (HIGH * DRAWS) - 1]);
  }
}
