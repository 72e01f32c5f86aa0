package ai.wikibuilder.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.source.SourceText;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordCoverageTest {
  private static boolean suffices(String telling, String missing) {
    return WordCoverage.suffices(List.of(telling.split(" ")), List.of(missing.split(" ")));
  }

  @Test
  void aWordThatAnyProgramHasDoesNotAnswerForTheOther() {
    assertThat(suffices("xylograph stored", "xylograph")).isFalse();
    assertThat(suffices("ledger stored", "stored")).isTrue();
    assertThat(suffices("stored cached", "cached")).isTrue();
  }

  /** How a websocket is opened was answered by what opens spiders. */
  @Test
  void theSecondOfTwoWordsDoesNotAnswerForTheFirst() {
    assertThat(suffices("websocket opened", "websocket")).isFalse();
    assertThat(suffices("docker container", "docker")).isFalse();
    assertThat(suffices("email sent", "email")).isFalse();
  }

  @Test
  void halfOfMoreWordsIsEnough() {
    assertThat(suffices("xylograph ledger stored", "xylograph")).isTrue();
    assertThat(suffices("xylograph quire stored", "xylograph quire")).isFalse();
    assertThat(suffices("xylograph", "xylograph")).isFalse();
  }

  private static List<String> missing(String path, String text, String... words) {
    SearchHit hit = new SearchHit(1, path, 1, 1, "", "", 1, List.of());
    return WordCoverage.missing(
        List.of(words), List.of(hit), _ -> Optional.of(SourceText.of(text.getBytes(UTF_8))));
  }

  @Test
  void aWordStandsWhereItsBaseDoes() {
    assertThat(missing("app/a.py", "def find_root():", "found", "root")).isEmpty();
    assertThat(missing("app/a.py", "def look_for_root():", "found", "root"))
        .containsExactly("found");
  }

  /** In ai/wikibuilder every file had the word build, and a build was answered by none of it. */
  @Test
  void whatAllFilesAreCalledStandsInNone() {
    assertThat(missing("ai/wikibuilder/cli/Research.java", "resume", "build", "resumed"))
        .containsExactly("build");
    assertThat(missing("ai/wikibuilder/redis/Store.java", "put", "redis", "store")).isEmpty();
  }
}
