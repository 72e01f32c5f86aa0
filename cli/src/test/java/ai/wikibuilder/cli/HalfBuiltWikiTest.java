package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions to a wiki whose first build died, or whose folder lost files. */
class HalfBuiltWikiTest {
  private static final String QUESTION = "how does a crane move where the tide leaves room";

  @TempDir Path home;

  @Test
  void aFirstBuildThatWasKilledLeavesNothingToAskAndSaysWhatToDo() throws IOException {
    SampleRepository sample = sample();
    for (int i = 0; i < 2_000; i++) {
      sample.write(
          "src/Part%d.java".formatted(i), "/** Part %d. */\nclass Part%d {}\n".formatted(i, i));
    }
    CommandLineProcess build =
        CommandLineProcess.start(
            home, "build", sample.folder().toString(), "--out", wiki().toString());
    while (!Files.exists(wiki().resolve(".aiwiki/staging/next"))) {
      assertThat(build.endsWithin(5)).as(build.said()).isFalse();
    }
    build.kill();
    assertThat(build.exit()).as(build.said()).isEqualTo(137);

    assertRefused("the build died", "no finished build in ");
  }

  @Test
  void anIndexThatLostAFileIsNamedAndNeverAnsweredFrom() throws IOException {
    CommandLineRun built =
        CommandLineRun.of(
            home, "build", sample().folder().toString(), "--out", wiki().toString(), "-q");
    assertThat(built.exit()).as(built.err()).isZero();
    for (Path file : needed()) {
      Path aside = home.resolve("aside");
      Files.move(file, aside);

      assertRefused(file.toString(), "build again");
      Files.move(aside, file);

      byte[] whole = Files.readAllBytes(file);
      Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
      assertRefused("half of " + file, "build again");
      Files.write(file, whole);
    }
    assertThat(run("ask").exit()).isZero();
  }

  /** What questions are answered from; a graph that is missing is made from it. */
  private List<Path> needed() throws IOException {
    try (Stream<Path> files = Files.walk(wiki().resolve(".aiwiki/generations"))) {
      List<Path> needed =
          files
              .filter(Files::isRegularFile)
              .filter(file -> {
                String name = file.toString();
                return !name.contains("/wiki/") && !name.endsWith("/graph");
              })
              .toList();
      assertThat(needed).hasSizeGreaterThan(4);
      return needed;
    }
  }

  private void assertRefused(String what, String said) {
    for (String command : List.of("search", "ask", "map", "research")) {
      CommandLineRun run = run(command);

      String words = "%s, %s: %s%s".formatted(command, what, run.out(), run.err());
      assertThat(run.exit()).as(words).isIn(1, 2);
      assertThat(run.err()).as(words).contains(said).doesNotContain("fault of ours");
      assertThat(run.out()).as(words).isEmpty();
    }
  }

  /** With a model, since a research has to have one; none is ever asked. */
  private CommandLineRun run(String command) {
    try (ScriptedModelServer server = new ScriptedModelServer(new PageWriter())) {
      Map<String, String> variables =
          Map.of(
              "AIWIKI_MODEL_PROVIDER", "openai",
              "AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI),
              "AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef",
              "AIWIKI_MODEL_STRONG", "scripted-large",
              "AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00",
              "AIWIKI_ALLOWED_HOSTS", server.hostPort());
      return CommandLineRun.of(
          home, variables, command, QUESTION, "--wiki", wiki().toString(), "--no-rerank");
    }
  }

  private SampleRepository sample() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(Files.createDirectory(home.resolve("harbour")));
    sample.withParts().commit("parts");
    return sample;
  }

  private Path wiki() {
    return home.resolve("out");
  }
}
