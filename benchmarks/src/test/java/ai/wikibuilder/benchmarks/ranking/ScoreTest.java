package ai.wikibuilder.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTest {
  @Test
  void allRightAnswersFirstAreWorthOne() {
    Score score = Score.of(new boolean[] {true, true, false}, 2);

    assertThat(score).isEqualTo(new Score(1, 1, 1, 1, 1, 2));
  }

  @Test
  void nothingRightIsWorthNothing() {
    assertThat(Score.of(new boolean[10], 3)).isEqualTo(new Score(0, 0, 0, 0, 0, 3));
    assertThat(Score.of(new boolean[0], 1)).isEqualTo(new Score(0, 0, 0, 0, 0, 1));
  }

  @Test
  void aSingleAnswerAtTheThirdPlaceIsWorthHalf() {
    Score score = Score.of(new boolean[] {false, false, true}, 1);

    assertThat(score.gain()).isCloseTo(0.5, within(1e-12));
    assertThat(score.reciprocalRank()).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(score.first()).isZero();
    assertThat(score.firstFive()).isEqualTo(1);
  }

  @Test
  void theSixthPlaceIsBehindTheFirstFive() {
    Score score = Score.of(new boolean[] {false, false, false, false, false, true}, 1);

    assertThat(score.firstFive()).isZero();
    assertThat(score.recall()).isEqualTo(1);
  }

  @Test
  void gainIsComparedWithTheBestOrderThereCouldBe() {
    Score score = Score.of(new boolean[] {true, false, true}, 3);

    double ideal = 1 + 1 / log2(3) + 1 / log2(4);
    assertThat(score.gain()).isCloseTo((1 + 1 / log2(4)) / ideal, within(1e-12));
    assertThat(score.recall()).isCloseTo(2 / 3.0, within(1e-12));
  }

  @Test
  void movingARightAnswerUpNeverCosts() {
    Random random = new Random(7);
    for (int round = 0; round < 1_000; round++) {
      boolean[] relevance = new boolean[10];
      for (int i = 0; i < relevance.length; i++) {
        relevance[i] = random.nextInt(4) == 0;
      }
      int place = 1 + random.nextInt(9);
      if (!relevance[place] || relevance[place - 1]) {
        continue;
      }
      boolean[] better = relevance.clone();
      better[place] = false;
      better[place - 1] = true;

      Score before = Score.of(relevance, 10);
      Score after = Score.of(better, 10);

      assertThat(after.gain()).as("seed 7, round %d", round).isGreaterThan(before.gain());
      assertThat(after.reciprocalRank()).isGreaterThanOrEqualTo(before.reciprocalRank());
      assertThat(after.recall()).isEqualTo(before.recall());
    }
  }

  @Test
  void theMeanIsTakenFigureByFigure() {
    Score mean = Score.mean(List.of(new Score(1, 1, 1, 1, 1, 1), new Score(0, 1, 0.5, 0.5, 0, 3)));

    assertThat(mean).isEqualTo(new Score(0.5, 1, 0.75, 0.75, 0.5, 2));
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }
}
