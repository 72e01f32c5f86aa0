package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a user sees when something is not as it should be: a clear sentence and the right code. */
class BadInputTest {
  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "file:///etc",
        "ssh://git@example.org/a/b",
        "git://example.org/a/b",
        "ext::sh -c id",
        "http://example.org/a/b",
        "https://user:secret@example.org/a/b",
        "https://127.0.0.1/a/b",
        "https://example.org:8443/a/b",
        "git@example.org:a/b.git"
      })
  void anAddressThatMayNotBeConnectedToIsRefused(String address) {
    CommandLineRun run = run("build", address, "--out", out());

    assertThat(run.exit()).as(run.err()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: ").doesNotContain("secret");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void aFolderThatDoesNotExistIsNamed() {
    CommandLineRun run = run("build", home.resolve("nowhere").toString(), "--out", out());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("nowhere");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void anAddressWithoutItsSchemeIsRecognised() {
    CommandLineRun run = run("build", "github.com/pallets/flask", "--out", out());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("https://github.com/pallets/flask");
  }

  @Test
  void anUnknownRefNamesWhatThereIs() {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));

    CommandLineRun run = run("build", sample.folder().toString(), "--ref", "mian", "--out", out());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).contains("mian").contains("main");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void anEmptyFolderHasNothingToDescribe() throws IOException {
    Files.createDirectories(home.resolve("empty"));

    CommandLineRun run = run("build", home.resolve("empty").toString(), "--out", out());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(run.err()).startsWith("error: ");
    assertThat(home.resolve("out")).doesNotExist();
  }

  @Test
  void anOutputThatIsNotOursIsLeftAlone() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    Files.createDirectories(home.resolve("out"));
    Files.writeString(home.resolve("out/thesis.txt"), "years of work");

    CommandLineRun run = run("build", sample.folder().toString(), "--out", out());

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("thesis.txt").contains("--out");
    try (Stream<Path> left = Files.list(home.resolve("out"))) {
      assertThat(left).hasSize(1);
    }
  }

  @Test
  void anEarlierWikiStaysWhenTheNextBuildFails() throws IOException {
    SampleRepository sample = SampleRepository.committed(home.resolve("ferry"));
    run("build", sample.folder().toString(), "--out", out());
    String before = Files.readString(home.resolve("out/index.html"));

    CommandLineRun run =
        run("build", sample.folder().toString(), "--ref", "nowhere", "--out", out());

    assertThat(run.exit()).isEqualTo(3);
    assertThat(home.resolve("out/index.html")).hasContent(before);
    assertThat(run("search", "ParcelStore", "--no-rerank", "--json").out()).contains("ParcelStore");
  }

  /** A wiki of a real library ended with an exhausted stack: its package comment was long. */
  @Test
  void textsOfAnyLengthAreReadWithoutExhaustingTheStack() {
    SampleRepository sample = SampleRepository.files(home.resolve("ferry"));
    sample.write(
        "src/main/java/org/example/ferry/store/package-info.java",
        "/** Keeps parcels.\n"
            + " * Words * and stars.\n".repeat(20_000)
            + " */\npackage org.example.ferry.store;\n");
    sample.write("tools/__init__.py", "# comment\n".repeat(50_000) + "\"\"\"Tools.\"\"\"\n");
    sample.write(
        "README.md",
        "# Ferry\n\n<a"
            + " title=\"x\"".repeat(20_000)
            + ">Ferry carries parcels between shops.</a>\n");

    CommandLineRun run = run("build", sample.folder().toString(), "--out", out());

    assertThat(run.exit()).as(run.err()).isZero();
  }

  @Test
  void theOutputInsideTheFolderIsNeverItsSource() {
    SampleRepository sample = SampleRepository.files(home.resolve("ferry"));
    String inside = sample.folder().resolve("wiki").toString();
    run("build", sample.folder().toString(), "--out", inside);

    CommandLineRun again = run("build", sample.folder().toString(), "--out", inside, "--json");

    assertThat(again.out()).contains("\"files\":7").contains("\"unchanged\":true");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "build | Missing required parameter",
        "build --upload-pack=touch | Unknown option: '--upload-pack=touch'",
        "search | expected either a query or --queries",
        "search x --limit 0 | --limit",
        "search x --wiki nowhere | no wiki of ours",
        "search --queries nowhere.txt --wiki nowhere | no wiki of ours",
        "biuld . | Did you mean",
        "search x --limt 3 | Unknown option"
      })
  void wrongUseIsExplained(String command, String said) {
    CommandLineRun run = run(command.strip().split(" ", -1));

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).containsIgnoringCase(said.strip());
  }

  @Test
  void searchingBeforeTheFirstBuildSaysWhatToDo() {
    CommandLineRun run = run("search", "anything");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("aiwiki build");
  }

  @Test
  void aWrongConfigurationStopsBeforeAnythingIsDone() {
    CommandLineRun run =
        CommandLineRun.of(home, Map.of("AIWIKI_LIMITS_SILENCE", "soon"), "build", ".");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("AIWIKI_LIMITS_SILENCE").contains("got soon");
  }

  private String out() {
    return home.resolve("out").toString();
  }

  private CommandLineRun run(String... arguments) {
    return CommandLineRun.of(home, arguments);
  }
}
