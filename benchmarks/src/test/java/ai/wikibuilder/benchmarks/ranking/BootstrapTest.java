package ai.wikibuilder.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BootstrapTest {
  private static final long SEED = 11;

  @Test
  void equalDifferencesLeaveNoDoubt() {
    double[] differences = new double[50];
    Arrays.fill(differences, 0.25);

    assertThat(Bootstrap.interval(differences, SEED))
        .isEqualTo(new Bootstrap.Interval(0.25, 0.25, 0.25));
  }

  @Test
  void noQuestionsGiveZeros() {
    assertThat(Bootstrap.interval(new double[0], SEED)).isEqualTo(new Bootstrap.Interval(0, 0, 0));
  }

  @Test
  void theSameSeedGivesTheSameInterval() {
    double[] differences = {1, 0, -1, 0.5, 0.5, 0, 1};

    assertThat(Bootstrap.interval(differences, SEED))
        .isEqualTo(Bootstrap.interval(differences, SEED));
  }

  @Test
  void theIntervalIsThatOfTheNormalDistributionForManyQuestions() {
    Random random = new Random(SEED);
    double[] differences = random.doubles(2_000, -0.4, 0.6).toArray();
    double mean = Arrays.stream(differences).average().orElseThrow();
    double variance =
        Arrays.stream(differences).map(value -> (value - mean) * (value - mean)).sum() / 1_999;
    double half = 1.96 * Math.sqrt(variance / 2_000);

    Bootstrap.Interval interval = Bootstrap.interval(differences, SEED);

    assertThat(interval.mean()).isCloseTo(mean, within(1e-12));
    assertThat(interval.low()).isCloseTo(mean - half, within(half / 10));
    assertThat(interval.high()).isCloseTo(mean + half, within(half / 10));
  }
}
