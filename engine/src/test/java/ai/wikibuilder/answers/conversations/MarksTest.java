package ai.wikibuilder.answers.conversations;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.conversations.Marks.Piece;
import java.util.List;
import org.junit.jupiter.api.Test;

class MarksTest {
  @Test
  void whatIsPutBehindASentenceIsTakenOffAgain() {
    String answer =
        "It is `kept[0]`." + Marks.behind(List.of(1, 12)) + " Twice." + Marks.behind(List.of());

    assertThat(answer).isEqualTo("It is `kept[0]`. [1][12] Twice.");
    assertThat(Marks.without(answer)).isEqualTo("It is `kept[0]`. Twice.");
  }

  @Test
  void aLineIsWordsAndNumbersThatLeadSomewhere() {
    assertThat(Marks.pieces("It is kept. [1][9] See args[2].", 3))
        .containsExactly(
            new Piece("It is kept.", 0),
            new Piece("[1]", 1),
            new Piece("[9]", 0),
            new Piece(" See args[2].", 0));
    assertThat(Marks.pieces("", 3)).isEmpty();
  }
}
