package ai.wikibuilder.answers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.source.SourceText;
import ai.wikibuilder.source.TextReader;
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

  /** How OAuth tokens are refreshed was answered by what else has tokens. */
  @Test
  void aShortQuestionIsAboutTheNamesInIt() {
    assertThat(WordCoverage.names(List.of("OAuth", "tokens", "refreshed")))
        .containsExactly("OAuth");
    assertThat(WordCoverage.names(List.of("talk", "Kafka"))).containsExactly("Kafka");
    assertThat(WordCoverage.names(List.of("List", "topics"))).as("where it stands").isEmpty();
    assertThat(WordCoverage.names(List.of("TypeError", "cannot", "read", "property", "X")))
        .as("a message")
        .isEmpty();
  }

  /** How passwords are hashed was answered by accounts here and a hash of the Makefile there. */
  @Test
  void wordsThatStandInDifferentFilesDoNotStandTogether() {
    SearchHit accounts = new SearchHit(1, "auth.go", 1, 1, "", "", 1, List.of());
    SearchHit makefile = new SearchHit(2, "Makefile", 1, 1, "", "", 1, List.of());
    TextReader reader =
        path ->
            Optional.of(
                SourceText.of(
                    (path.equals("auth.go") ? "password string" : "@hash golint").getBytes(UTF_8)));

    List<String> words = List.of("passwords", "hashed");

    assertThat(WordCoverage.standTogether(words, List.of(accounts, makefile), reader)).isFalse();
    assertThat(WordCoverage.standTogether(List.of("passwords"), List.of(accounts), reader))
        .isTrue();
  }
}
