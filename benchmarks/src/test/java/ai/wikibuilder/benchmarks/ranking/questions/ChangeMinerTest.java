package ai.wikibuilder.benchmarks.ranking.questions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeMinerTest {
  private static final Set<String> FILES =
      Set.of("src/cart.py", "src/TokenReader.java", "src/order_book.go", "README.md", "pom.xml");

  private final ChangeMiner miner = new ChangeMiner(FILES);

  @Test
  void aMessageAsksForTheSourceFilesItChanged() {
    assertThat(question("Reject empty names early", "src/cart.py", "README.md"))
        .contains(new Question.Change("Reject empty names early", Set.of("src/cart.py")));
  }

  @Test
  void changesOfNoSourceFileOrOfManyFilesAskNothing() {
    String[] six = IntStream.range(0, 6).mapToObj(i -> "src/cart.py").toArray(String[]::new);

    assertThat(question("Say how to install it", "README.md")).isEmpty();
    assertThat(question("Reject empty names early", six)).isEmpty();
  }

  @Test
  void aFileThatWasNotThereYetCannotBeFound() {
    assertThat(question("Reject empty names early", "src/cart.py", "src/new.py")).isEmpty();
  }

  @Test
  void releasesAndVersionsAskNothing() {
    for (String subject :
        List.of(
            "Release the next candidate",
            "bump dependencies of tests",
            "Prepare version for testers",
            "v2.10 is here now",
            "Update the changelog with names")) {
      assertThat(question(subject, "src/cart.py")).as(subject).isEmpty();
    }
  }

  @Test
  void aMessageThatNamesAFileGivesTheAnswerAway() {
    assertThat(question("Let the cart reject names", "src/cart.py")).isEmpty();
    assertThat(question("Fix cart.py for empty names", "src/cart.py")).isEmpty();
    assertThat(question("Close token_reader after use", "src/TokenReader.java")).isEmpty();
    assertThat(question("Make TokenReader.close() safe", "src/TokenReader.java")).isEmpty();
    assertThat(question("Sort the orderBook by price", "src/order_book.go")).isEmpty();
    assertThat(question("Do not start cartoons twice", "src/cart.py")).isPresent();
    assertThat(question("Read every token of it", "src/TokenReader.java")).isPresent();
  }

  @Test
  void trailersAddressesAndNumbersOfIssuesAreNoWords() {
    String message =
        """
        fix: Reject empty names (#123)

        They were stored, see https://example.org/7.

        Signed-off-by: A Person <a@example.org>
        Change-Id: I0123
        git-svn-id: trunk@77
        """;

    assertThat(question(message, "src/cart.py").map(Question::text))
        .contains("fix: Reject empty names They were stored, see");
  }

  @Test
  void aMessageOfTwoWordsIsNoQuestion() {
    assertThat(question("Fix tests", "src/cart.py")).isEmpty();
    assertThat(question("", "src/cart.py")).isEmpty();
  }

  private Optional<Question> question(String message, String... files) {
    return miner.question(new Commit("1", message, List.of(files)));
  }
}
