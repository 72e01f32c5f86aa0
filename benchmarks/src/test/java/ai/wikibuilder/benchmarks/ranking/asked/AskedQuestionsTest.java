package ai.wikibuilder.benchmarks.ranking.asked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskedQuestionsTest {
  @TempDir private Path folder;

  @Test
  void thereAreSixtyAboutThreeRepositoriesAndThirtyInTurkish() throws IOException {
    int count = 0;
    int turkish = 0;
    Set<String> repositories = new HashSet<>();
    try (Stream<Path> files = Files.list(Path.of("questions"))) {
      for (Path file : files.toList()) {
        AskedQuestions asked = AskedQuestions.read(file);
        repositories.add(asked.repository());
        count += asked.questions().size();
        turkish +=
            (int) asked.questions().stream().filter(one -> one.turkish().isPresent()).count();
      }
    }

    assertThat(repositories).hasSize(3);
    assertThat(count).isEqualTo(60);
    assertThat(turkish).isEqualTo(30);
  }

  @Test
  void whatIsNotAQuestionIsRefused() throws IOException {
    Path file = folder.resolve("a.tsv");
    Files.writeString(file, "# a/b at " + "0".repeat(40) + "\nWhere?\ta.java\tNerede?\n");

    assertThatThrownBy(() -> AskedQuestions.read(file)).hasMessageContaining("two or four cells");
  }
}
