package ai.wikibuilder.benchmarks.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuestionnaireTest {
  @TempDir Path folder;

  @Test
  void everyQuestionnaireHasTwentyQuestionsWithTheirPlaces() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("questionnaires"))) {
      for (Path file : files.sorted().toList()) {
        assertThat(Questionnaire.read(file).questions()).as(file.toString()).hasSize(20);
      }
    }
  }

  @Test
  void aPlaceCountsOnPagesTwoLinksAwayInTheirFirstSixtyLines() throws IOException {
    write("overview.md", "A [part](part.md). \\[1\\]", "1. `src/Main.java:4-9`");
    write("part.md", "x\n".repeat(58) + "Late. \\[1\\]\nToo late. \\[2\\]", places(2));
    CitedPages pages = CitedPages.of(folder);

    assertThat(pages.answering(new Questionnaire.Question("", "src/Main.java", 9)))
        .isEqualTo("overview.md");
    assertThat(pages.answering(new Questionnaire.Question("", "src/P1.java", 1)))
        .isEqualTo("part.md");
    assertThat(pages.answering(new Questionnaire.Question("", "src/P2.java", 1))).isEmpty();
    assertThat(pages.answering(new Questionnaire.Question("", "src/Main.java", 10))).isEmpty();
  }

  private static String places(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      text.append(i).append(". `src/P").append(i).append(".java:1`\n");
    }
    return text.toString();
  }

  private void write(String name, String words, String evidence) throws IOException {
    Files.writeString(
        folder.resolve(name), "# T\n" + words + "\n\n## Evidence\n\n" + evidence + "\n");
  }
}
