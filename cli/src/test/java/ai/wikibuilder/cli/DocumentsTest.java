package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import ai.wikibuilder.cli.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What the documents tell people to type and to open is there. */
class DocumentsTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

  @TempDir Path home;

  @ParameterizedTest
  @ValueSource(strings = {"README.md", "README.tr.md"})
  void everyCommandOfTheReadmeIsUnderstood(String document) throws IOException {
    List<List<String>> commands = commands(Files.readString(ROOT.resolve(document)));

    assertThat(commands).hasSizeGreaterThanOrEqualTo(4);
    for (List<String> command : commands) {
      assertThatCode(() -> commandLine().parseArgs(command.toArray(String[]::new)))
          .as(String.join(" ", command))
          .doesNotThrowAnyException();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"docs/codemap.md", "docs/mcp.md"})
  void everyCommandOfADocumentIsUnderstood(String document) throws IOException {
    List<List<String>> commands = commands(Files.readString(ROOT.resolve(document)));

    assertThat(commands).hasSizeGreaterThanOrEqualTo(3);
    for (List<String> command : commands) {
      assertThatCode(() -> commandLine().parseArgs(command.toArray(String[]::new)))
          .as(String.join(" ", command))
          .doesNotThrowAnyException();
    }
  }

  @Test
  void theExamplesOfEveryHelpAreUnderstood() {
    int examples = 0;
    for (CommandLine command : all()) {
      for (String line : command.getCommandSpec().usageMessage().footer()) {
        Matcher example =
            Pattern.compile("^  (?:\\w+=\\S+ )?aiwiki (.*?)(?:  .*| &&.*)?$").matcher(line);
        if (example.matches()) {
          List<String> words = words(example.group(1));
          assertThatCode(() -> commandLine().parseArgs(words.toArray(String[]::new)))
              .as(line)
              .doesNotThrowAnyException();
          examples++;
        }
      }
    }
    assertThat(examples).isGreaterThanOrEqualTo(9);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "README.tr.md",
        "CONTRIBUTING.md",
        "ARCHITECTURE.md",
        "docs/tutorial.md",
        "docs/codemap.md",
        "docs/mcp.md"
      })
  void everyLinkLeadsToAFile(String document) throws IOException {
    Path file = ROOT.resolve(document);
    Matcher links = LINK.matcher(Files.readString(file));
    while (links.find()) {
      assertThat(file.resolveSibling(links.group(1))).exists();
    }
  }

  /** On a small repository that stands for the one of the tutorial, with its tags. */
  @Test
  void everyCommandOfTheTutorialDoesWhatItSays() throws IOException {
    SampleRepository sample =
        SampleRepository.committed(home.resolve("flask")).withParts().commit("parts");
    sample.git("tag", "2.0.0");
    sample.write("src/session.py", "def store_session(blueprint):\n    return blueprint\n");
    sample.commit("sessions").git("tag", "3.1.0");
    sample.write("src/blueprint.py", "def register_blueprint(app):\n    return app\n");
    sample.commit("blueprints");
    Path place = Files.createDirectories(home.resolve("here"));
    List<List<String>> commands = commands(Files.readString(ROOT.resolve("docs/tutorial.md")));

    assertThat(commands).hasSizeGreaterThanOrEqualTo(11);
    for (List<String> command : commands) {
      CommandLineRun run = CommandLineRun.of(home, here(command, sample.folder(), place));

      assertThat(run.exit()).as(command + ": " + run.err()).isZero();
      assertThat(run.out()).as(command.toString()).isNotBlank();
    }
    assertThat(place.resolve("flask-wiki/index.html")).isRegularFile();
    assertThat(place.resolve("compare-2.0.0-3.1.0.html")).isRegularFile();
    assertThat(place.resolve("compare-2.0.0-3.1.0.md")).isRegularFile();
    assertThat(place.resolve("flask.html")).isRegularFile();
    assertThat(place.resolve("flask.zip")).isRegularFile();
  }

  /** The command as it is run without a network, a browser and a folder to be in. */
  private static String[] here(List<String> command, Path repository, Path place) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < command.size(); i++) {
      String word = command.get(i);
      boolean file = i > 0 && command.get(i - 1).equals("--out");
      words.add(
          word.startsWith("https://")
              ? repository.toString()
              : file ? place.resolve(word).normalize().toString() : word);
    }
    if (words.getFirst().equals("open")) {
      words.add("--print");
    }
    if (words.getFirst().equals("search") || words.getFirst().equals("ask")) {
      words.add("--no-rerank");
    }
    return words.toArray(String[]::new);
  }

  @Test
  void theScriptsThatAreNamedAreThereAndRun() throws IOException {
    for (String script : List.of("aiwiki", "build", "benchmarks/run", ".ci/run")) {
      assertThat(ROOT.resolve(script)).isExecutable();
    }
    assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("./build");
  }

  @Test
  void theCompletionScriptNamesEveryCommand() {
    CommandLineRun run = CommandLineRun.of(home, "generate-completion");

    assertThat(run.exit()).isZero();
    assertThat(run.out())
        .contains("build")
        .contains("search")
        .contains("doctor")
        .contains("--index-only");
  }

  @Test
  void theDoctorFindsWhatThisMachineHas() {
    CommandLineRun run = CommandLineRun.of(home, "doctor");

    assertThat(run.exit()).as(run.out()).isZero();
    assertThat(run.out()).contains("parser").contains("re-ranking").contains("data folder");
  }

  private CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return new Commands(new Console(nowhere, nowhere, false), Map.of(), home).line();
  }

  private List<CommandLine> all() {
    List<CommandLine> all = new ArrayList<>(commandLine().getSubcommands().values());
    all.add(commandLine());
    return all;
  }

  /** Lines of sh blocks that call the launcher, without comments. */
  private static List<List<String>> commands(String markdown) {
    List<List<String>> commands = new ArrayList<>();
    for (String line : markdown.lines().toList()) {
      if (line.startsWith("./aiwiki ")) {
        commands.add(words(line.replaceFirst(" +#.*$", "").substring("./aiwiki ".length())));
      }
    }
    return commands;
  }

  private static List<String> words(String line) {
    List<String> words = new ArrayList<>();
    Matcher word = WORD.matcher(line);
    while (word.find()) {
      words.add(word.group().replaceAll("^[\"']|[\"']$", ""));
    }
    return words;
  }
}
