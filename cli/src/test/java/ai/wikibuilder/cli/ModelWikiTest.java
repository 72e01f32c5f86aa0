package ai.wikibuilder.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.scripted.PageWriter;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Wikis that a model writes, from the command line to the pages. */
class ModelWikiTest {
  @TempDir Path home;
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init") // made before each test
  private SampleRepository repository;

  @SuppressWarnings("NullAway.Init") // made before each test
  private Path wiki;

  @BeforeEach
  void makeARepository() throws IOException {
    repository = SampleRepository.committed(Files.createDirectory(folder.resolve("harbour")));
    repository.withParts().commit("parts");
    wiki = folder.resolve("wiki");
  }

  /** Answers whatever is asked: the preflight, the plan, pages, repairs. */
  private static Script honest() {
    PageWriter pages = new PageWriter();
    return (prompt, random) -> {
      String asked = prompt.everything();
      if (asked.contains("Answer with one word")) {
        return ScriptedReply.text("ready");
      }
      if (asked.contains("table of contents")) {
        Matcher crane = Pattern.compile("(?m)^(\\S*crane) \\|").matcher(asked);
        assertThat(crane.find()).isTrue();
        return ScriptedReply.text(
            "{\"rename\": [{\"slug\": \"%s\", \"title\": \"Lifting\"}], \"move\": []}"
                .formatted(crane.group(1)));
      }
      if (asked.contains("A check of your page")) {
        return ScriptedReply.text("1. REMOVE\n2. REMOVE\n3. REMOVE");
      }
      return pages.reply(prompt, random);
    };
  }

  private Map<String, String> configured(ScriptedModelServer server, Provider provider) {
    Map<String, String> variables = new HashMap<>();
    variables.put("AIWIKI_MODEL_PROVIDER", provider.key());
    variables.put("AIWIKI_MODEL_BASE_URL", server.baseUrl(provider));
    variables.put("AIWIKI_MODEL_API_KEY", "sk-test-0123456789abcdef");
    variables.put("AIWIKI_MODEL_STRONG", "scripted-large");
    variables.put("AIWIKI_MODEL_FACTS", "scripted-large 64000 8000 1 0 2.00 0.20 2.50 8.00");
    variables.put("AIWIKI_ALLOWED_HOSTS", server.hostPort());
    return variables;
  }

  private CommandLineRun build(ScriptedModelServer server, String... more) {
    return build(server, Provider.OPENAI, more);
  }

  private CommandLineRun build(ScriptedModelServer server, Provider provider, String... more) {
    List<String> all = new ArrayList<>(List.of("--json"));
    all.addAll(List.of(more));
    return CommandLineRun.of(home, configured(server, provider), words(all.toArray(new String[0])));
  }

  private static long number(CommandLineRun run, String name) {
    Matcher found = Pattern.compile("\"" + name + "\":(\\d+)").matcher(run.out());
    assertThat(found.find()).as("%s in %s %s", name, run.out(), run.err()).isTrue();
    return Long.parseLong(found.group(1));
  }

  private String json() throws IOException {
    return Files.readString(wiki.resolve("wiki.json"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Provider.class,
      names = {"OPENAI", "ANTHROPIC", "GEMINI", "BEDROCK"})
  void aModelOfEachFormatWritesPagesThatHold(Provider provider) throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun run = build(server, provider);

      assertThat(run.exit()).as(run.out() + run.err()).isZero();
      assertThat(number(run, "pagesByModel")).isGreaterThanOrEqualTo(5);
      assertThat(number(run, "findings")).isZero();
      assertThat(json()).contains("\"model\":\"scripted-large\"").contains("\"checking\":{");
      assertThat(Files.readString(wiki.resolve("index.html"))).contains("scripted-large");
      assertThat(CommandLineRun.of(home, "check", "--wiki", wiki.toString()).exit()).isZero();
    }
  }

  @Test
  void theSameCommitCostsNothingAndTheNextOneOnlyWhatChanged() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      build(server);
      int first = server.received().size();
      CommandLineRun same = build(server);
      assertThat(server.received()).as("not even a look whether the model answers").hasSize(first);
      assertThat(same.out()).contains("\"unchanged\":true");

      String path = "src/main/java/harbour/keel/Ferry7.java";
      String text = Files.readString(repository.folder().resolve(path));
      repository.write(path, text.replace("leaves the most room", "never comes"));
      repository.commit("a ferry waits");
      int before = server.received().size();
      CommandLineRun next = build(server);

      assertThat(next.exit()).as(next.out() + next.err()).isZero();
      assertThat(number(next, "pagesByModel")).isGreaterThanOrEqualTo(5);
      assertThat(server.received().size() - before).isBetween(2, 6);
    }
  }

  @Test
  void aNameTheModelGivesAPageKeepsItsAddress() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      build(server);

      Matcher page =
          Pattern.compile("\"slug\":\"([^\"]*crane)\",\"title\":\"Lifting\"").matcher(json());
      assertThat(page.find()).isTrue();
      assertThat(wiki.resolve("pages/%s.html".formatted(page.group(1)))).exists();
    }
  }

  @Test
  void whenTheBudgetEndsTheWikiIsThereAndTheExitSaysSo() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun run = build(server, "--budget", "25k-tokens");

      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(4);
      assertThat(run.out()).contains("\"state\":\"capped\"");
      assertThat(number(run, "tokensIn") + number(run, "tokensOut")).isLessThanOrEqualTo(25_000);
      assertThat(run.err()).contains("the budget is used up");
      assertThat(json()).contains("the budget is used up");

      CommandLineRun more = build(server);

      assertThat(more.exit()).as(more.out() + more.err()).isZero();
      assertThat(number(more, "pagesByModel")).isGreaterThan(number(run, "pagesByModel"));
    }
  }

  @Test
  void aBudgetOfNothingBuysNothingAndLeavesAComposedWikiThatSaysSo() throws IOException {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun run = build(server, "--budget", "0usd");

      assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(4);
      assertThat(run.err())
          .contains("the budget is used up", "of 0.0000 USD are left", "give more");
      assertThat(run.out()).contains("\"state\":\"capped\"");
      assertThat(number(run, "pagesByModel")).isZero();
      assertThat(number(run, "budget")).as("pages left for want of it").isGreaterThan(5);
      assertThat(server.received()).isEmpty();
      assertThat(wiki.resolve("index.html")).exists();
      assertThat(json()).contains("the budget is used up");
    }
  }

  /** What a user saw: a quote of seven pages, a wiki with one, and nothing said. */
  @ParameterizedTest
  @ValueSource(ints = {8_192, 16_384, 128_000})
  void asManyPagesAreWrittenAsWereQuotedWhateverTheContext(int context) {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      Map<String, String> variables = of(server, context);
      CommandLineRun quote =
          CommandLineRun.of(
              home,
              variables,
              "quote",
              repository.folder().toString(),
              "--out",
              wiki.toString(),
              "--json");
      CommandLineRun run = CommandLineRun.of(home, variables, words("--json"));

      assertThat(run.exit()).as(run.out() + run.err()).isZero();
      assertThat(number(quote, "pages")).as(quote.out()).isGreaterThanOrEqualTo(5);
      assertThat(number(run, "pagesByModel")).as(run.out()).isEqualTo(number(quote, "pages"));
      assertThat((double) number(quote, "tokensIn") / number(run, "tokensIn")).isBetween(0.7, 1.3);
      assertThat(run.err()).doesNotContain("context");
    }
  }

  @Test
  void aContextBelowTheSmallestPromptIsToldBeforeAnythingIsAsked() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun run = CommandLineRun.of(home, of(server, 4_096), words());

      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.err())
          .contains("scripted-large takes 4,096 tokens")
          .containsPattern("the smallest prompt of a page and its reply need [5-7],\\d{3}\\.")
          .contains("model.facts");
      assertThat(server.received()).isEmpty();
      assertThat(wiki).doesNotExist();
    }
  }

  /** The least context that is told is the real one: of a page with nothing but evidence. */
  @Test
  void theLeastContextIsEnoughForSomePagesAndTheOthersAreCounted() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun small = CommandLineRun.of(home, of(server, 4_096), words());
      Matcher least = Pattern.compile("its reply need ([\\d,]+)\\.").matcher(small.err());
      assertThat(least.find()).isTrue();
      int context = Integer.parseInt(least.group(1).replace(",", ""));

      assertThat(CommandLineRun.of(home, of(server, context - 1), words()).exit()).isEqualTo(5);
      CommandLineRun run = CommandLineRun.of(home, of(server, context), words());

      assertThat(run.exit()).as(run.out() + run.err()).isZero();
      assertThat(run.out())
          .containsPattern("model: [1-9]\\d* pages")
          .containsPattern("composed.*because the model's context is too small");
      assertThat(run.err()).doesNotContain("the prompt has up to");
    }
  }

  private static Map<String, String> of(Map<String, String> variables, String name, String value) {
    Map<String, String> other = new HashMap<>(variables);
    other.put(name, value);
    return other;
  }

  private Map<String, String> of(ScriptedModelServer server, int context) {
    return of(
        configured(server, Provider.OPENAI),
        "AIWIKI_MODEL_FACTS",
        "scripted-large %d 4000 1 0 2.00 0.20 2.50 8.00".formatted(context));
  }

  private String[] words(String... more) {
    List<String> words =
        new ArrayList<>(
            List.of(
                "build",
                repository.folder().toString(),
                "--out",
                wiki.toString(),
                "--writer",
                "model"));
    words.addAll(List.of(more));
    return words.toArray(new String[0]);
  }

  @Test
  void aKeyThatIsNotTakenStopsBeforeAnythingIsRead() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest()).wantingKey("another")) {
      CommandLineRun run = build(server);

      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.err()).contains("AIWIKI_MODEL_API_KEY").doesNotContain("sk-test-0123");
      assertThat(wiki).doesNotExist();
    }
  }

  @Test
  void aModelThatIsNotThereIsNamed() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest()).knowing("other")) {
      CommandLineRun run = build(server);

      assertThat(run.exit()).isEqualTo(5);
      assertThat(run.err()).contains("scripted-large");
    }
  }

  @Test
  void aProviderThatIsDownLeavesAComposedWikiThatSaysSo() throws IOException {
    ScriptedModelServer server = new ScriptedModelServer(honest());
    server.close();

    CommandLineRun run = build(server);

    assertThat(run.exit()).as(run.out() + run.err()).isEqualTo(5);
    assertThat(run.out()).contains("\"state\":\"model-failed\"");
    assertThat(number(run, "pagesByModel")).isZero();
    assertThat(number(run, "pages")).isGreaterThan(5);
    assertThat(json()).contains("\"degraded\":[{");
  }

  @Test
  void withoutAModelInTheConfigurationOneIsAskedFor() {
    CommandLineRun run =
        CommandLineRun.of(home, "build", repository.folder().toString(), "--writer", "model");

    assertThat(run.exit()).isEqualTo(2);
    assertThat(run.err()).contains("AIWIKI_MODEL_PROVIDER");
  }

  @Test
  void whatIsQuotedIsWhatIsSent() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      CommandLineRun quote =
          CommandLineRun.of(
              home,
              configured(server, Provider.OPENAI),
              "quote",
              repository.folder().toString(),
              "--out",
              wiki.toString(),
              "--json");
      assertThat(quote.exit()).as(quote.out() + quote.err()).isZero();
      assertThat(server.received()).isEmpty();

      CommandLineRun run = build(server);

      assertThat((double) number(quote, "tokensIn") / number(run, "tokensIn")).isBetween(0.7, 1.3);
      assertThat(number(quote, "pages"))
          .isEqualTo(number(run, "pagesByModel") + number(run, "pagesDegraded"));
    }
  }

  @Test
  void aBudgetOrALanguageThatIsNoneEndsWithTwo() {
    try (ScriptedModelServer server = new ScriptedModelServer(honest())) {
      assertThat(build(server, "--budget", "two dollars").exit()).isEqualTo(2);
      assertThat(build(server, "--language", "xx").exit()).isEqualTo(2);
      CommandLineRun composed =
          CommandLineRun.of(home, "build", repository.folder().toString(), "--budget", "1usd");
      assertThat(composed.exit()).isEqualTo(2);
      assertThat(composed.err()).contains("--writer model");
      CommandLineRun turkish =
          CommandLineRun.of(home, "build", repository.folder().toString(), "--language", "tr");
      assertThat(turkish.exit()).isEqualTo(2);
      assertThat(turkish.err()).contains("--writer model", ".aiwiki.yml");
    }
  }
}
