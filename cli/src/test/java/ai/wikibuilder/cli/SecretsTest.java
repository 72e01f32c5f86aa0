package ai.wikibuilder.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.source.secrets.PlantedSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is masked when a text is read is nowhere afterwards: not in text, facts, index or site. */
class SecretsTest {
  @TempDir Path home;

  @Test
  void nothingOfAPlantedSecretIsInWhatABuildWrites() throws IOException {
    List<PlantedSecrets.Planted> planted =
        new PlantedSecrets().byKind().values().stream().flatMap(List::stream).toList();
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    StringBuilder readme =
        new StringBuilder("# Keys\n\nThese lines hold keys of many services.\n\n");
    StringBuilder script = new StringBuilder("\"\"\"Uses many services.\"\"\"\n\n");
    StringBuilder settings = new StringBuilder();
    for (PlantedSecrets.Planted each : planted) {
      settings.append(each.line()).append('\n');
      if (!each.line().matches("[\\w.]+=\\w+")) { // in code and prose that is any assignment
        readme.append("    ").append(each.line()).append('\n');
        script.append("# ").append(each.line()).append('\n');
      }
    }
    sample
        .write("config/services.properties", settings.toString())
        .write("docs/keys.md", readme.toString())
        .write("tools/services.py", script.append("def use():\n    return 1\n").toString())
        .commit("keys");

    CommandLineRun build =
        CommandLineRun.of(
            home, "build", sample.folder().toString(), "--out", home.resolve("out").toString());

    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.out()).contains("masked secrets: ");
    String everything = everyByte(home.resolve("out"));
    assertThat(planted).hasSizeGreaterThanOrEqualTo(50);
    for (PlantedSecrets.Planted each : planted) {
      assertThat(everything.contains(each.secret())).as(each.line()).isFalse();
      assertThat(everything.contains(each.secret().toLowerCase(java.util.Locale.ROOT)))
          .as("as a term of the index: " + each.line())
          .isFalse();
    }
  }

  @Test
  void aFileNamedByASecretIsLeftOut() throws IOException {
    String token =
        new PlantedSecrets().byKind().getOrDefault("github p", List.of()).getFirst().secret();
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    sample
        .write("tools/" + token + ".py", "def use():\n    return 1\n")
        .write("notes/" + token + "/a.md", "# A note\n\nIt stands below a token.\n")
        .commit("names");

    CommandLineRun build =
        CommandLineRun.of(
            home, "build", sample.folder().toString(), "--out", home.resolve("out").toString());

    assertThat(build.exit()).as(build.err()).isZero();
    assertThat(build.out()).contains("2 secret-file");
    assertThat(everyByte(home.resolve("out")).contains(token)).isFalse();
  }

  private static String everyByte(Path folder) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        all.append(new String(Files.readAllBytes(file), ISO_8859_1)).append('\n');
      }
    }
    return all.toString();
  }
}
