package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.snapshots.LocalGitServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job over http: an address in, a wiki out. */
class RemoteBuildTest {
  @TempDir Path home;

  @Test
  void anAddressBecomesAWikiAndItsNextCommitAnother() {
    SampleRepository sample = SampleRepository.committed(home.resolve("served/ferry.git"));
    try (LocalGitServer server = LocalGitServer.over(home.resolve("served"))) {
      CommandLineRun first = build(server, Map.of());

      assertThat(first.exit()).as(first.err()).isZero();
      assertThat(first.out()).contains("1 page of ferry");

      sample.write("tools/late.py", "def arrives_late():\n    return 1\n").commit("second");
      CommandLineRun second = build(server, Map.of(), "--json");

      assertThat(second.out()).contains("\"changedFiles\":1");
      assertThat(CommandLineRun.of(home, "search", "arrives_late", "--no-rerank", "--json").out())
          .contains("tools/late.py");
    }
  }

  @Test
  void aPrivateRepositoryNeedsItsTokenWhichIsWrittenNowhere() throws IOException {
    SampleRepository.committed(home.resolve("served/ferry.git"));
    String token = "canary" + "0123456789";
    try (LocalGitServer server = LocalGitServer.over(home.resolve("served")).requireToken(token)) {
      CommandLineRun without = build(server, Map.of());
      CommandLineRun wrong = build(server, Map.of("AIWIKI_GIT_TOKEN", "other"));
      CommandLineRun right = build(server, Map.of("AIWIKI_GIT_TOKEN", token));

      assertThat(without.exit()).isEqualTo(3);
      assertThat(without.err()).contains("AIWIKI_GIT_TOKEN");
      assertThat(wrong.exit()).isEqualTo(3);
      assertThat(right.exit()).as(right.err()).isZero();
      assertThat(right.out() + right.err()).doesNotContain(token);
      assertThat(filesHolding(token)).isEmpty();
    }
  }

  @Test
  void aHostThatIsNotPublicIsRefusedUnlessItIsNamed() {
    SampleRepository.committed(home.resolve("served/ferry.git"));
    try (LocalGitServer server = LocalGitServer.over(home.resolve("served"))) {
      CommandLineRun run =
          CommandLineRun.of(
              home, "build", server.address("ferry.git"), "--out", home.resolve("out").toString());

      assertThat(run.exit()).isEqualTo(3);
      assertThat(server.seen()).isEmpty();
      assertThat(home.resolve("out")).doesNotExist();
    }
  }

  private CommandLineRun build(
      LocalGitServer server, Map<String, String> environment, String... more) {
    String[] arguments =
        Stream.concat(
                Stream.of(
                    "build",
                    server.address("ferry.git"),
                    "--allow-host",
                    server.hostPort(),
                    "--out",
                    home.resolve("out").toString()),
                Stream.of(more))
            .toArray(String[]::new);
    return CommandLineRun.of(home, environment, arguments);
  }

  private Stream<Path> filesHolding(String text) throws IOException {
    try (Stream<Path> all = Files.walk(home)) {
      return all.filter(Files::isRegularFile).filter(file -> holds(file, text)).toList().stream();
    }
  }

  private static boolean holds(Path file, String text) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
