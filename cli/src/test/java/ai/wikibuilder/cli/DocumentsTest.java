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
  @ValueSource(strings = {"README.md", "README.tr.md", "CONTRIBUTING.md", "ARCHITECTURE.md"})
  void everyLinkLeadsToAFile(String document) throws IOException {
    Matcher links = LINK.matcher(Files.readString(ROOT.resolve(document)));
    while (links.find()) {
      assertThat(ROOT.resolve(links.group(1))).exists();
    }
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
    Commands commands = new Commands(new Console(nowhere, nowhere, false), Map.of(), home);
    return new CommandLine(commands.root(), commands.factory());
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
