package ai.wikibuilder.answers;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordCoverageTest {
  private static boolean suffices(String telling, String missing) {
    return WordCoverage.suffices(List.of(telling.split(" ")), List.of(missing.split(" ")));
  }

  @Test
  void aWordThatAnyProgramHasDoesNotAnswerForTheOther() {
    assertThat(suffices("xylograph stored", "xylograph")).isFalse();
    assertThat(suffices("ledger stored", "stored")).isTrue();
    assertThat(suffices("cached stored", "cached")).isTrue();
  }

  @Test
  void halfOfMoreWordsIsEnough() {
    assertThat(suffices("xylograph ledger stored", "xylograph")).isTrue();
    assertThat(suffices("xylograph quire stored", "xylograph quire")).isFalse();
    assertThat(suffices("xylograph", "xylograph")).isFalse();
  }
}
