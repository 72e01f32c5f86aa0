package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Questions and researches from the command line, with a model and without one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AnswersTest {
  private static final String QUESTION = "how does a crane move where the tide leaves room";

  @SuppressWarnings("NullAway.Init") // made before all tests
  private Path folder;

  @SuppressWarnings("NullAway.Init") // made before all tests
  private Path home;

  @SuppressWarnings("NullAway.Init") // made before all tests
  private Path built;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path wiki;

  private int wikiCount;

  @BeforeAll
  void buildOnce(@TempDir Path shared) throws IOException {
    folder = shared;
    home = Files.createDirectory(folder.resolve("home"));
    SampleRepository repository =
        SampleRepository.committed(Files.createDirectory(folder.resolve("harbour")));
    repository.withParts().commit("parts");
    built = folder.resolve("wiki");
    CommandLineRun run =
        CommandLineRun.of(
            home, "build", repository.folder().toString(), "--out", built.toString(), "-q");
    assertThat(run.exit()).as(run.err()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    wiki = folder.resolve("copy" + wikiCount++);
    try (var files = Files.walk(built)) {
      for (Path file : files.toList()) {
        Files.copy(file, wiki.resolve(built.relativize(file).toString()));
      }
    }
  }

  private static ScriptedReply honest(ReceivedPrompt prompt, Random random) {
    if (prompt.system().contains("Its code is found by words")) {
      return ScriptedReply.text(
          "{\"standalone\":\"how does the crane lift\",\"words\":\"crane move tide room\"}");
    }
    if (prompt.system().startsWith("A developer wants")) {
      return ScriptedReply.text(
          "{\"questions\":[{\"question\":\"What lifts?\",\"words\":\"crane move\"},"
              + "{\"question\":\"What leaves?\",\"words\":\"ferry tide week\"}]}");
    }
    if (prompt.everything().contains("A check of your page")) {
      return ScriptedReply.text("1. REMOVE\n2. REMOVE\n3. REMOVE");
    }
    return new PageWriter().reply(prompt, random);
  }

  private CommandLineRun run(Map<String, String> variables, String... words) {
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--wiki", wiki.toString(), "--no-rerank"));
    return CommandLineRun.of(home, variables, all.toArray(new String[0]));
  }

  private static Map<String, String> configured(ScriptedModelServer server, Provider provider) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AIWIKI_MODEL_PROVIDER", provider.key());
    variables.put("AIWIKI_MODEL_BASE_URL", server.baseUrl(provider));
    variables.put("AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef");
    variables.put("AIWIKI_MODEL_STRONG", "scripted-large");
    variables.put("AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00");
    variables.put("AIWIKI_ALLOWED_HOSTS", server.hostPort());
    return variables;
  }

  private static ScriptedModelServer server(Script script) {
    return new ScriptedModelServer(script);
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "ANTHROPIC", "GEMINI", "BEDROCK"})
  void aModelOfEachFormatAnswersWithSourcesThatAreShown(Provider provider) {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      CommandLineRun run = run(configured(server, provider), "ask", QUESTION);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.out()).contains(" [1]").containsPattern("(?m)^\\[1] \\S+:\\d+-\\d+$");
      assertThat(run.err()).contains("found ");
    }
  }

  @Test
  void jsonHasEverySentenceWithItsPlacesAndWhatItCost() {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      CommandLineRun run = run(configured(server, Provider.OPENAI), "ask", QUESTION, "--json");

      assertThat(run.out())
          .startsWith("{\"answer\":\"")
          .contains("\"state\":\"answered\"")
          .contains("\"standing\":\"verified\"")
          .contains("\"commit\":\"")
          .contains("\"model\":\"scripted-large\"")
          .contains("\"usd\":0.");
    }
  }

  @Test
  void aThoroughAnswerLooksFurtherWithTools() {
    try (ScriptedModelServer server =
        server((prompt, random) ->
            !prompt.tools().isEmpty() && prompt.turns().size() < 2
                ? ScriptedReply.calls(
                    new ScriptedReply.Call("search", "{\"query\":\"ferry leaves\"}"))
                : honest(prompt, random))) {
      CommandLineRun run =
          run(configured(server, Provider.ANTHROPIC), "ask", "--thorough", QUESTION);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.err()).contains("searched “ferry leaves”");
    }
  }

  @Test
  void aConversationGoesOnAndCanBeReadAndRemoved() {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      Map<String, String> variables = configured(server, Provider.OPENAI);
      run(variables, "ask", QUESTION);
      CommandLineRun next = run(variables, "ask", "--continue", "and then?");
      assertThat(next.exit()).as(next.err()).isZero();
      assertThat(server.received().getLast().everything()).contains(QUESTION);

      CommandLineRun list = CommandLineRun.of(home, "conversations", "--wiki", wiki.toString());
      assertThat(list.out()).contains(QUESTION + " (2)");
      String id = list.out().substring(0, 8);
      CommandLineRun text = CommandLineRun.of(home, "conversations", id, "--wiki", wiki.toString());
      assertThat(text.out()).contains("# " + QUESTION).contains("## and then?");
      CommandLineRun gone =
          CommandLineRun.of(home, "conversations", id, "--remove", "--wiki", wiki.toString());
      assertThat(gone.exit()).isZero();
      assertThat(run(variables, "ask", "--conversation", id, "more").exit()).isEqualTo(2);
    }
  }

  @Test
  void withoutAKeyOrABudgetTheEvidenceIsShownAndTheExitSaysWhy() {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      Map<String, String> variables = configured(server, Provider.OPENAI);
      CommandLineRun poor = run(variables, "ask", QUESTION, "--budget", "1-tokens");
      variables.remove("AIWIKI_MODEL_API_KEY");
      CommandLineRun keyless = run(variables, "ask", QUESTION);

      assertThat(poor.exit()).isEqualTo(4);
      assertThat(poor.out()).contains("[1]");
      assertThat(keyless.exit()).isEqualTo(5);
      assertThat(keyless.out()).contains("[1]");
      assertThat(keyless.err()).contains("AIWIKI_MODEL_API_KEY");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void noModelMeansThatNoneIsAsked() {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      CommandLineRun run =
          run(configured(server, Provider.OPENAI), "ask", QUESTION, "--no-model", "--json");

      assertThat(run.out()).contains("\"state\":\"composed\"").contains("\"model\":\"none\"");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aResearchBecomesAPageThatHolds() throws IOException {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      CommandLineRun run = run(configured(server, Provider.GEMINI), "research", QUESTION);

      assertThat(run.exit()).as(run.err()).isZero();
      assertThat(run.err())
          .contains("> What lifts?")
          .contains("tokens so far")
          .contains("learned:");
      Matcher page = Pattern.compile("research-[a-z0-9]{8}").matcher(run.err());
      assertThat(page.find()).as(run.err()).isTrue();
      String slug = page.group();
      assertThat(wiki.resolve("pages/" + slug + ".html")).exists();
      assertThat(Files.readString(wiki.resolve("markdown/" + slug + ".md")))
          .contains("What lifts?");
      CommandLineRun check = CommandLineRun.of(home, "check", "--wiki", wiki.toString());
      assertThat(check.exit()).as(check.out()).isZero();
      assertThat(run(Map.of(), "research", "--list").out()).contains("done, 2 steps");
    }
  }

  @Test
  void aReportStaysThroughTheNextBuild() throws IOException {
    try (ScriptedModelServer server = server(AnswersTest::honest)) {
      run(configured(server, Provider.OPENAI), "research", QUESTION);
      Path harbour = folder.resolve("harbour");
      Files.writeString(harbour.resolve("NOTES.md"), "# Notes\n\nA new note about the crane.\n");

      CommandLineRun build =
          CommandLineRun.of(home, "build", harbour.toString(), "--out", wiki.toString(), "-q");

      assertThat(build.exit()).as(build.err()).isZero();
      try (var pages = Files.list(wiki.resolve("pages"))) {
        assertThat(pages.map(Path::toString))
            .anyMatch(page -> page.contains("research-") && page.endsWith(".html"));
      }
      Files.delete(harbour.resolve("NOTES.md"));
    }
  }

  @Test
  void aResearchNeedsAModelAndSaysWhichCommandNeedsNone() {
    CommandLineRun run = run(Map.of(), "research", QUESTION);

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("aiwiki ask");
  }

  @Test
  void questionsThatAreNoneAreRefused() {
    assertThat(run(Map.of(), "ask", "  ").exit()).isEqualTo(2);
    assertThat(run(Map.of(), "research").exit()).isEqualTo(2);
    assertThat(run(Map.of(), "research", "--resume", "zzzz9999").exit()).isEqualTo(2);
    assertThat(run(Map.of(), "ask", "x", "--conversation", "../../x").exit()).isEqualTo(2);
  }

  /** Ctrl-C said that the wiki cannot be read and has to be built again. */
  @Test
  void aQuestionThatIsInterruptedNeverSaysThatTheWikiIsBroken() {
    int[] millis = {400, 700, 1_000, 1_300, 1_600, 1_900, 2_200};
    for (int one : millis) {
      CommandLineProcess process =
          CommandLineProcess.start(home, "ask", QUESTION, "--wiki", wiki.toString());
      process.endsWithin(one);
      process.interrupt();

      assertThat(process.exit()).as(process.said()).isIn(0, 130);
      assertThat(process.said()).doesNotContain("error:", "build again");
    }
  }

  @Test
  void aModelChoosesThePlacesOfAMapAndOneThatFailsLeavesThemToTheSearch() {
    Script script =
        (prompt, random) ->
            prompt.ordinal() == 0
                ? ScriptedReply.text("{\"places\": [2, 99, 1]}")
                : ScriptedReply.text("I cannot say.");
    try (ScriptedModelServer server = server(script)) {
      Map<String, String> variables = configured(server, Provider.OPENAI);
      CommandLineRun chosen = run(variables, "map", QUESTION);
      CommandLineRun again = run(variables, "map", QUESTION + " for it");

      assertThat(chosen.exit()).as(chosen.err()).isZero();
      assertThat(chosen.out()).contains(".java:");
      assertThat(again.exit()).isZero();
      assertThat(again.out()).contains(".java:");
      assertThat(server.received()).hasSize(2);
      assertThat(server.received().getFirst().everything()).contains("PLACES\n1. ");
    }
  }
}
