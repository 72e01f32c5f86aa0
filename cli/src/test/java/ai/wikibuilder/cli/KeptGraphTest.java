package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.builds.stored.StoredGraph;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationException;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.graph.CodeGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The code graph stands in the generation; what is wrong with it is nobody's trouble. */
class KeptGraphTest {
  private static final long SEED = 5;

  @TempDir Path home;

  @Test
  void theGraphIsReadAndNotFoundAgain() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    List<Object> before = answers();

    damageContent();

    assertThat(answers()).isEqualTo(before);
    Files.delete(graphFile());
    assertThatThrownBy(this::answers).isInstanceOf(GenerationException.class);
  }

  @Test
  void aGraphThatIsGoneCutOrDamagedIsMadeAnew() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    List<Object> before = answers();
    byte[] good = Files.readAllBytes(graphFile());

    System.out.println("seed " + SEED);
    for (int at : new Random(SEED).ints(10, 0, good.length).toArray()) {
      byte[] bad = good.clone();
      bad[at] ^= 1;
      Files.write(graphFile(), bad);
      assertThat(answers()).as("byte %d", at).isEqualTo(before);
    }
    Files.write(graphFile(), Arrays.copyOf(good, good.length / 2));
    assertThat(run("check").exit()).isZero();
    Files.delete(graphFile());
    assertThat(answers()).isEqualTo(before);
    assertThat(run("ask", "where are parcels tracked", "--no-rerank").out())
        .contains("ParcelTracker");
  }

  @Test
  void aBuildMendsADamagedGraph() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    byte[] good = Files.readAllBytes(graphFile());
    Files.write(graphFile(), new byte[good.length]);

    build(sample);

    assertThat(graphFile()).hasBinaryContent(good);
    assertThat(graphFile().toString()).contains("000002-");
  }

  @Test
  void theGraphOfALaterBuildIsTheOneOfItsFiles() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry")).withParts().commit("parts");
    build(sample);
    sample.write("tools/extra.py", "def extra():\n    return 1\n").commit("second");
    build(sample);
    damageContent();

    try (Generation generation = current()) {
      CodeGraph graph = StoredGraph.of(generation);
      assertThat(graph.file("tools/extra.py")).isNotNegative();
      assertThat(graph.fileCount()).isEqualTo(generation.files().size());
    }
  }

  @Test
  void whereOnlyPagesChangeTheGraphIsTakenOver() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    build(sample);
    byte[] first = Files.readAllBytes(graphFile());

    CommandLineRun turkish =
        CommandLineRun.of(
            home,
            Map.of("AIWIKI_SITE_LANGUAGE", "tr"),
            "build",
            sample.folder().toString(),
            "--out",
            wiki().toString());

    assertThat(turkish.exit()).as(turkish.err()).isZero();
    assertThat(turkish.err().lines().filter(line -> line.contains("graph")))
        .singleElement()
        .asString()
        .doesNotContain("files"); // that were read for it
    assertThat(graphFile()).hasBinaryContent(first);
    assertThat(graphFile().toString()).contains("000002-");
  }

  @Test
  void filesThatSteeringLeavesOutAreNotInIt() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("ferry"))
            .withParts()
            .write(".aiwiki.yml", "exclude: [\"src/main/java/harbour/keel/**\"]\n")
            .commit("parts");
    build(sample);
    List<Object> read = answers();
    Files.delete(graphFile());

    assertThat(answers()).isEqualTo(read);
    assertThat(read.toString())
        .contains("harbour/jetty/")
        .doesNotContain("path=src/main/java/harbour/keel/");
  }

  @Test
  void anIndexAloneHasNone() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    run("build", sample.folder().toString(), "--out", wiki().toString(), "--index-only");

    assertThat(graphFile()).doesNotExist();
    assertThat(answers()).isNotEmpty();
  }

  private void build(SampleRepository sample) {
    CommandLineRun build = run("build", sample.folder().toString(), "--out", wiki().toString());
    assertThat(build.exit()).as(build.err()).isZero();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }

  private Path wiki() {
    return home.resolve("out");
  }

  private Generation current() {
    return GenerationStore.existing(wiki()).current().orElseThrow();
  }

  private Path graphFile() throws IOException {
    try (Generation generation = current()) {
      return generation.folder().resolve("graph");
    }
  }

  /** Overwrites all texts and facts, so that no graph can be built from them. */
  private void damageContent() throws IOException {
    try (Generation generation = current();
        Stream<Path> segments = Files.list(generation.folder().resolve("content"))) {
      for (Path segment : segments.toList()) {
        Files.write(segment, new byte[(int) Files.size(segment)]);
      }
    }
  }

  private List<Object> answers() {
    try (Generation generation = current()) {
      CodeGraph graph = StoredGraph.of(generation);
      Stream<Object> symbols = IntStream.range(0, graph.symbolCount()).mapToObj(graph::symbol);
      Stream<Object> edges = IntStream.range(0, graph.edgeCount()).mapToObj(graph::edge);
      Stream<Object> imports = IntStream.range(0, graph.fileCount()).mapToObj(graph::imports);
      return Stream.of(
              symbols,
              edges,
              imports,
              Stream.<Object>of(graph.modules(), graph.dependencies(), graph.ambiguities()))
          .flatMap(all -> all)
          .toList();
    }
  }
}
