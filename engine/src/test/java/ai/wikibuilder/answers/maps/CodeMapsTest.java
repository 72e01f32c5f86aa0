package ai.wikibuilder.answers.maps;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.pages.Diagram;
import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.pages.Quality;
import ai.wikibuilder.pages.corrections.ClaimForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodeMapsTest {
  private static final Path GOLDEN =
      Path.of("src/test/resources/ai/wikibuilder/answers/maps-fernpost.golden.txt");

  @TempDir private Path temp;
  private IndexedFernpost fernpost;

  @BeforeEach
  void open() throws IOException {
    fernpost = IndexedFernpost.in(temp.toRealPath());
  }

  @AfterEach
  void close() {
    fernpost.close();
  }

  /**
   * Questions and their maps. {@code -Dgolden.update=true} writes those of today: read the diff.
   */
  @Test
  void theMapsAreThoseReviewed() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(GOLDEN)) {
      if (line.startsWith("? ")) {
        lines.add(line);
        lines.addAll(told(fernpost.maps().map(line.substring(2))));
      }
    }
    if (Boolean.getBoolean("golden.update")) {
      Files.write(GOLDEN, lines);
    }

    assertThat(lines).isEqualTo(Files.readAllLines(GOLDEN));
  }

  private static List<String> told(CodeMap map) {
    List<String> lines = new ArrayList<>();
    if (!map.remark().isEmpty()) {
      lines.add("  " + map.remark());
    }
    for (CodeMap.Part part : map.parts()) {
      lines.add("  # " + part.title());
      part.introduction().forEach(sentence -> lines.add("  " + ClaimForm.text(sentence)));
      for (CodeMap.Step step : part.steps()) {
        String from = step.from().map(number -> " <- " + number).orElse("");
        lines.add("  " + step.number() + from + " " + step.name() + " " + place(step.place()));
        step.call().ifPresent(call -> lines.add("      called at " + place(call)));
        step.sentences().forEach(sentence -> lines.add("      " + ClaimForm.text(sentence)));
      }
    }
    return lines;
  }

  private static String place(Evidence place) {
    String name = place.path().substring(place.path().lastIndexOf('/') + 1);
    return name + ":" + place.startLine() + "-" + place.endLine();
  }

  @Test
  void everyStatementRangeAndArrowHolds() throws IOException {
    CodeMaps maps = fernpost.maps();
    try (Stream<String> lines = Files.lines(GOLDEN)) {
      for (String line : lines.filter(one -> one.startsWith("? ")).toList()) {
        Quality quality = maps.check(maps.map(line.substring(2)));

        assertThat(quality.findings()).as(line).isEmpty();
        assertThat(quality.verified()).as(line).isEqualTo(quality.claims());
      }
    }
  }

  @Test
  void eachStepIsReachedFromAnEarlierOneOfItsPart() {
    CodeMap map = fernpost.maps().map("how is a scan of a carrier applied to a parcel");

    assertThat(map.found()).isTrue();
    assertThat(map.steps()).hasSizeBetween(3, CodeMap.STEP_COUNT_MAX);
    for (CodeMap.Part part : map.parts()) {
      int first = part.steps().getFirst().number();
      for (CodeMap.Step step : part.steps()) {
        assertThat(step.from().isEmpty()).isEqualTo(step.number() == first);
        assertThat(step.call().isPresent()).isEqualTo(step.from().isPresent());
        step.from().ifPresent(from -> assertThat(from).isBetween(first, step.number() - 1));
      }
    }
  }

  @Test
  void theCodeShownIsThatOfItsLines() {
    CodeMap map = fernpost.maps().map("how is an api key checked");

    for (CodeMap.Step step : map.steps()) {
      assertThat(step.code()).isNotEmpty();
      step.code()
          .forEach(shown -> {
            Evidence lines = shown.evidence();
            assertThat(lines.startLine()).isGreaterThanOrEqualTo(step.place().startLine());
            assertThat(lines.endLine()).isLessThanOrEqualTo(step.place().endLine());
            assertThat(
                    fernpost
                        .composition()
                        .reader()
                        .text(lines.path())
                        .orElseThrow()
                        .lines(lines.startLine(), lines.endLine())
                        .stripTrailing())
                .isEqualTo(shown.text());
          });
    }
  }

  @Test
  void everyArrowOfTheDrawingIsAStep() {
    CodeMap map = fernpost.maps().map("how is a notification sent to a webhook");

    for (CodeMap.Part part : map.parts()) {
      Diagram drawing = part.diagram();
      assertThat(drawing.edges()).hasSize(part.steps().size() - 1);
      assertThat(drawing.nodes()).hasSizeLessThanOrEqualTo(part.steps().size());
    }
  }

  @Test
  void ofAnotherProjectNothingIsDrawn() {
    CodeMap map = fernpost.maps().map("how are kafka consumers rebalanced by zookeeper");

    assertThat(map.found()).isFalse();
    assertThat(map.missing()).contains("kafka", "zookeeper");
    assertThat(map.remark()).contains("Not found in this repository");
  }

  @Test
  void anyTextIsAQuestion() {
    CodeMaps maps = fernpost.maps();

    assertThat(maps.map("how does it work?").found()).isFalse();
    CodeMap ofSigns = maps.map("lang:java \"( [");
    assertThat(ofSigns.found() || !ofSigns.remark().isBlank()).isTrue();
    assertThat(maps.map("parcel ".repeat(20_000)).steps())
        .hasSizeLessThanOrEqualTo(CodeMap.STEP_COUNT_MAX);
  }

  @Test
  void placesChosenByOthersAreJoined() {
    CodeGraph graph = fernpost.composition().graph();
    Seed apply = new Seed(symbol(graph, "ParcelTracker.apply"), 1);
    Seed hook = new Seed(symbol(graph, "HookController.receive"), 0.9);

    CodeMap map = fernpost.maps().map("what a hook does", List.of(apply, hook));

    assertThat(map.parts()).hasSize(1);
    assertThat(map.steps().stream().map(CodeMap.Step::name))
        .contains("HookController.receive", "ParcelTracker.apply");
  }

  private static int symbol(CodeGraph graph, String name) {
    for (int id = 0; id < graph.symbolCount(); id++) {
      if (graph.qualifiedName(id).equals(name)) {
        return id;
      }
    }
    throw new AssertionError("no " + name);
  }

  @Test
  void aModelMayChooseWhichPlacesMatterAndNothingElse() {
    String question = "how is a scan of a carrier applied to a parcel";
    List<String> offered = new ArrayList<>();
    CodeMap chosen =
        fernpost
            .maps((asked, places) -> {
              offered.addAll(places);
              return List.of(places.size() - 1);
            })
            .map(question);

    String last = offered.getLast().substring(0, offered.getLast().indexOf(' '));
    assertThat(offered).hasSizeGreaterThan(3);
    assertThat(chosen.steps()).extracting(CodeMap.Step::name).contains(last);
    assertThat(fernpost.maps().check(chosen).findings()).isEmpty();
  }
}
