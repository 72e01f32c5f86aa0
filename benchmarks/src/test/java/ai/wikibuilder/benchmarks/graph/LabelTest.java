package ai.wikibuilder.benchmarks.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LabelTest {
  private static List<Label> committed() throws IOException {
    return Files.readAllLines(Path.of("labels/graph.tsv")).stream()
        .filter(row -> !row.startsWith("#"))
        .map(Label::parse)
        .toList();
  }

  @Test
  void aRowIsReadAsItIsWritten() {
    Label label =
        new Label("post", "abc", "go", 7, Label.Drawn.CALL, "a.go", 3, "run", Label.OUTSIDE);

    assertThat(Label.parse(label.toString())).isEqualTo(label);
    assertThatThrownBy(() -> Label.parse("post\tabc")).hasMessageContaining("expected 9 fields");
  }

  @Test
  void theCommittedLabelsAreJudgedAndAreEnough() throws IOException {
    List<Label> labels = committed();
    Set<String> languages = new HashSet<>();
    labels.forEach(label -> languages.add(label.language()));

    assertThat(labels).noneMatch(label -> label.expected().equals("?"));
    assertThat(languages).hasSizeGreaterThanOrEqualTo(5);
    assertThat(labels.stream().filter(label -> label.drawn() == Label.Drawn.EDGE))
        .hasSizeGreaterThanOrEqualTo(200);
    assertThat(
            labels.stream()
                .filter(label -> label.drawn() == Label.Drawn.CALL && !label.isOutside()))
        .hasSizeGreaterThanOrEqualTo(200);
  }

  @Test
  void aShareKnowsHowSureItIs() {
    assertThat(new Share(45, 50)).hasToString("45/50 = 0.900 (0.79 to 0.96)");
    assertThat(Share.NONE.with(true).with(false).plus(new Share(1, 2))).isEqualTo(new Share(2, 4));
    assertThat(Share.NONE).hasToString("none");
  }
}
