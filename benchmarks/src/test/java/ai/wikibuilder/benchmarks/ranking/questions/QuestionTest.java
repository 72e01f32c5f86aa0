package ai.wikibuilder.benchmarks.ranking.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final Place UPPER = new Place("a", 1, 60);
  private static final Place LOWER = new Place("a", 61, 120);
  private static final Place OTHER = new Place("b", 1, 60);

  @Test
  void aFileIsAsGoodAsItsBestPlace() {
    Question question = new Question.Change("why", Set.of("b"));

    assertThat(question.relevance(List.of(UPPER, LOWER, OTHER))).containsExactly(false, true);
  }

  @Test
  void aSymbolIsFoundWhereItsNameStandsAndOnce() {
    Question question = new Question.About("what", "a", 61);

    assertThat(question.relevance(List.of(UPPER, OTHER, LOWER, LOWER)))
        .containsExactly(false, false, true, false);
  }

  @Test
  void whatComesAfterTenAnswersIsNotLookedAt() {
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      places.add(new Place("file" + i, 1, 1));
    }

    assertThat(new Question.Change("why", Set.of("file20")).relevance(places))
        .hasSize(10)
        .containsOnly(false);
    assertThat(new Question.About("what", "file20", 1).relevance(places))
        .hasSize(10)
        .containsOnly(false);
  }
}
