package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code aiwiki doctor --model}, and what the documents say of it. */
class DoctorModelTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  private static final Path DOCUMENT = Path.of("../docs/models.md");
  private static final Pattern BLOCK = Pattern.compile("(?s)```sh\n(.*?)```");
  private static final Pattern EXPORT = Pattern.compile("export (AIWIKI_\\w+)=(\"([^\"]*)\"|\\S+)");

  @TempDir Path home;

  static Stream<Map<String, String>> examples() throws IOException {
    List<Map<String, String>> examples = new ArrayList<>();
    Matcher block = BLOCK.matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      Map<String, String> variables = new LinkedHashMap<>();
      for (String line : block.group(1).lines().toList()) {
        Matcher export = EXPORT.matcher(line);
        if (export.matches()) {
          variables.put(
              export.group(1), export.group(3) == null ? export.group(2) : export.group(3));
        } else {
          assertThat(line).isEqualTo("aiwiki doctor --model");
        }
      }
      examples.add(variables);
    }
    assertThat(examples.stream().map(example -> example.getOrDefault("AIWIKI_MODEL_PROVIDER", "")))
        .containsAll(Stream.of(Provider.values()).map(Provider::key).toList());
    return examples.stream();
  }

  @ParameterizedTest
  @MethodSource("examples")
  void everyExampleOfTheDocumentWorks(Map<String, String> example) {
    try (ScriptedModelServer server = ready()) {
      Provider provider =
          Provider.ofKey(example.getOrDefault("AIWIKI_MODEL_PROVIDER", "")).orElseThrow();
      Map<String, String> here = new HashMap<>(example);
      here.put("AIWIKI_ALLOWED_HOSTS", server.hostPort());
      here.put("AIWIKI_MODEL_BASE_URL", server.baseUrl(provider));
      String vectors = example.getOrDefault("AIWIKI_MODEL_EMBEDDING_MODEL", "");
      if (!vectors.isEmpty()) {
        // vectors of the scripted server are shorter than any model's
        here.merge(
            "AIWIKI_MODEL_FACTS",
            vectors + " 8000 0 1 0 0 0 0 0 dim=" + ScriptedModelServer.DIMENSION,
            (known, more) -> known + "," + more);
      }
      if (example.containsKey("AIWIKI_MODEL_EMBEDDING_PROVIDER")) {
        here.put("AIWIKI_MODEL_EMBEDDING_BASE_URL", server.baseUrl(Provider.OPENAI));
      }

      here.put("AIWIKI_DATA_DIR", home.resolve("data").toString());

      // what the command does with --model, without the looks at the machine before it
      Examination examination = new Examination(new Workbench(here, home));
      List<Examination.Finding> findings = examination.askedModels(List.of());

      assertThat(examination.modelFailure()).as(findings.toString()).isEmpty();
      assertThat(findings.getFirst().found()).contains("answers in");
      assertThat(server.received())
          .anySatisfy(prompt ->
              assertThat(prompt.model())
                  .isEqualTo(example.getOrDefault("AIWIKI_MODEL_STRONG", "")));
      if (example.containsKey("AIWIKI_MODEL_API_KEY")) {
        assertThat(server.received())
            .allSatisfy(prompt ->
                assertThat(prompt.credential().orElse(""))
                    .contains(example.getOrDefault("AIWIKI_MODEL_API_KEY", "")));
      }
    }
  }

  @Test
  void aWrongKeyEndsWithFiveAndIsShownNowhere() throws IOException {
    try (ScriptedModelServer server = ready().wantingKey("another")) {
      CommandLineRun run = CommandLineRun.of(home, configured(server), "doctor", "--model");

      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.out()).contains("AIWIKI_MODEL_API_KEY").contains("missing");
      assertThat(run.out() + run.err()).doesNotContain(KEY).doesNotContain("0123456789");
      try (Stream<Path> files = Files.walk(home)) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
              .as(file.toString())
              .doesNotContain(KEY);
        }
      }
    }
  }

  @Test
  void aMissingKeyEndsWithFiveAndSaysHowToGiveOne() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            Map.of("AIWIKI_MODEL_PROVIDER", "anthropic", "AIWIKI_MODEL_STRONG", "claude-opus-5-5"),
            "doctor",
            "--model");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.out()).contains("wants a key").contains("AIWIKI_MODEL_API_KEY");
  }

  @Test
  void anUnknownModelEndsWithFive() {
    try (ScriptedModelServer server = ready().knowing("another-model")) {
      CommandLineRun run = CommandLineRun.of(home, configured(server), "doctor", "--model");

      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.out()).contains("no such model");
    }
  }

  @Test
  void aProviderThatIsDownEndsWithFive() {
    ScriptedModelServer server = ready();
    Map<String, String> configured = configured(server);
    server.close();

    CommandLineRun run = CommandLineRun.of(home, configured, "doctor", "--model");

    assertThat(run.exit()).isEqualTo(5);
    assertThat(run.out()).contains("no connection").contains("model.base-url");
  }

  @Test
  void aBudgetOfZeroEndsWithFourAndNobodyIsAsked() {
    try (ScriptedModelServer server = ready()) {
      Map<String, String> configured = configured(server);
      configured.put("AIWIKI_MODEL_BUDGET", "0-tokens");

      CommandLineRun run = CommandLineRun.of(home, configured, "doctor", "--model");

      assertThat(run.exit()).isEqualTo(4);
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aModelInsideIsReachedOnlyWhenItsHostIsAllowed() {
    try (ScriptedModelServer server = ready()) {
      Map<String, String> configured = configured(server);
      configured.remove("AIWIKI_ALLOWED_HOSTS");

      CommandLineRun refused = CommandLineRun.of(home, configured, "doctor", "--model");
      CommandLineRun allowed =
          CommandLineRun.of(
              home, configured, "doctor", "--model", "--allow-host", server.hostPort());

      assertThat(refused.exit()).isEqualTo(5);
      assertThat(refused.out()).contains("AIWIKI_ALLOWED_HOSTS");
      assertThat(allowed.exit()).as(allowed.out()).isZero();
      assertThat(allowed.out()).contains("spent so far").contains("2 calls");
      assertThat(server.received()).hasSize(1);
    }
  }

  @Test
  void withoutAModelThatIsSaidAndAskingForOneEndsWithFive() {
    CommandLineRun looked = CommandLineRun.of(home, "doctor");
    CommandLineRun asked = CommandLineRun.of(home, "doctor", "--model");

    assertThat(looked.exit()).isZero();
    assertThat(looked.out()).contains("none configured, so pages are composed");
    assertThat(asked.exit()).isEqualTo(5);
    assertThat(asked.out()).contains("AIWIKI_MODEL_PROVIDER");
  }

  @Test
  void whatIsMissingInTheConfigurationEndsWithTwoAndIsToldTogether() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            Map.of("AIWIKI_MODEL_PROVIDER", "azure", "AIWIKI_MODEL_FACTS", "nonsense"),
            "doctor");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("model.base-url").contains("model.strong").contains("nonsense");
  }

  @Test
  void aProviderOrABudgetThatIsNoneEndsWithTwo() {
    CommandLineRun run =
        CommandLineRun.of(
            home,
            Map.of("AIWIKI_MODEL_PROVIDER", "opanai", "AIWIKI_MODEL_BUDGET", "two dollars"),
            "doctor");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("lm-studio").contains("2.00usd");
  }

  private static ScriptedModelServer ready() {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));
  }

  private static Map<String, String> configured(ScriptedModelServer server) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AIWIKI_MODEL_PROVIDER", "openai");
    variables.put("AIWIKI_MODEL_BASE_URL", server.baseUrl(Provider.OPENAI));
    variables.put("AIWIKI_MODEL_API_KEY", KEY);
    variables.put("AIWIKI_MODEL_STRONG", "gpt-4o");
    variables.put("AIWIKI_ALLOWED_HOSTS", server.hostPort());
    return variables;
  }
}
