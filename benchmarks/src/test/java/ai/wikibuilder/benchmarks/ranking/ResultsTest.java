package ai.wikibuilder.benchmarks.ranking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultsTest {
  private static final Score RIGHT = new Score(1, 1, 1, 1, 1, 1);
  private static final Score WRONG = new Score(0, 0, 0, 0, 0, 1);

  @Test
  void aSystemIsComparedOnTheQuestionsItAnswered() {
    Results results = new Results(1);
    results.add(SystemKind.BM25, 0, WRONG, 0);
    results.add(SystemKind.BM25, 1, RIGHT, 0);
    results.add(SystemKind.DENSE, 0, RIGHT, 0);

    assertThat(results.beside(SystemKind.DENSE, Score::firstFive, false))
        .hasValueSatisfying(interval -> assertThat(interval.mean()).isEqualTo(1));
    assertThat(results.table()).contains("dense only (1 questions)");
  }

  @Test
  void questionsOfAnotherRepositoryAreOthers() {
    Results one = new Results(1);
    one.add(SystemKind.BM25, 0, WRONG, 0);
    Results other = new Results(1);
    other.add(SystemKind.BM25, 0, RIGHT, 0);
    other.add(SystemKind.OURS, 0, RIGHT, 0);

    one.addAll(other);

    assertThat(one.questionCount()).isEqualTo(2);
    assertThat(one.beside(SystemKind.OURS, Score::firstFive, false))
        .hasValueSatisfying(interval -> assertThat(interval.mean()).isZero());
  }

  @Test
  void recallOfSeveralFilesLeavesOutQuestionsOfOne() {
    Results results = new Results(1);
    results.add(SystemKind.BM25, 0, WRONG, 0);
    results.add(SystemKind.OURS, 0, RIGHT, 0);
    results.add(SystemKind.BM25, 1, new Score(1, 1, 1, 1, 0.5, 2), 0);
    results.add(SystemKind.OURS, 1, new Score(1, 1, 1, 1, 0.75, 2), 0);

    assertThat(results.beside(SystemKind.OURS, Score::recall, true))
        .hasValueSatisfying(interval -> assertThat(interval.mean()).isEqualTo(0.25));
  }

  @Test
  void theSummaryCountsEachRepositoryOnce() {
    Results large = new Results(1);
    Results small = new Results(1);
    for (int i = 0; i < 9; i++) {
      large.add(SystemKind.BM25, i, WRONG, 0);
      large.add(SystemKind.OURS, i, WRONG, 0);
    }
    small.add(SystemKind.BM25, 0, RIGHT, 0);
    small.add(SystemKind.OURS, 0, RIGHT, 0);
    Map<String, Results> byRepository = new LinkedHashMap<>();
    byRepository.put("large", large);
    byRepository.put("small", small);

    String table = new Summary("Acc@5", Score::firstFive).table(byRepository);

    assertThat(table)
        .contains(
            "| mean of the repositories | 0.500 | 0.500 | 1.00 times, 0 % of its misses gone");
  }
}
