package ai.wikibuilder.models.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.facts.PromptSize;
import ai.wikibuilder.models.gate.ManualTime;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.tokens.TokenCounter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is wrong with a configuration is told before any work, with its kind and what to do. */
class PreflightTest {
  /** Shared: its vocabulary takes a second to load. */
  private static final TokenCounter COUNTER = new TokenCounter();

  private static final PromptSize SMALLEST = new PromptSize(5_000, 1_200);

  private static final String KEY = "sk-test-0123456789abcdef";
  private static final List<String> FACTS =
      List.of(
          "cheap 32000 4000 1 0 1 1 1 1",
          "strong 64000 4000 1 0 1 0.1 1 4",
          "vectors 8000 0 1 0 1 1 1 0 dim=16");

  private final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "GEMINI", "BEDROCK"})
  void modelsThatAnswerAreFoundWithWhatIsKnownOfThem(Provider format) {
    try (ScriptedModelServer server = ready()) {
      List<Preflight.Check> checks = preflight(server, format, FACTS, "1usd").checks();

      assertThat(checks)
          .extracting(Preflight.Check::role)
          .containsExactly("cheap", "strong", "embedding");
      assertThat(checks).allSatisfy(check -> assertThat(check.failure()).isEmpty());
      assertThat(checks.get(1).found())
          .contains("64,000 tokens")
          .contains("1.00 USD")
          .contains("4.00 USD");
      assertThat(checks.get(2).found()).isEqualTo("vectors of 16 numbers");
      assertThat(entries).hasSize(3);
    }
  }

  /** What was assumed read like what is known. */
  @Test
  void ofAModelNobodyToldUsOfItIsSaidWhatIsAssumed() {
    try (ScriptedModelServer server = ready()) {
      List<Preflight.Check> checks =
          preflight(server, Provider.OPENAI_COMPATIBLE, List.of(), "10k-tokens").checks();

      assertThat(checks.getFirst().failure()).isEmpty();
      assertThat(checks.getFirst().found())
          .contains("32,768 tokens of context are assumed", "model.facts");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "ANTHROPIC", "GEMINI", "BEDROCK"})
  void aWrongOrRevokedKeyIsToldWithoutShowingIt(Provider format) {
    try (ScriptedModelServer server = ready().wantingKey("another-key")) {
      ModelException failure = failure(server, format, FACTS);

      assertThat(failure.kind()).isEqualTo(Kind.KEY_REFUSED);
      assertThat(failure.getMessage())
          .contains("AIWIKI_MODEL_API_KEY")
          .contains(server.hostPort())
          .doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "ANTHROPIC", "GEMINI", "BEDROCK"})
  void aModelTheProviderDoesNotHaveIsTold(Provider format) {
    try (ScriptedModelServer server = ready().knowing("cheap", "vectors")) {
      List<Preflight.Check> checks = preflight(server, format, FACTS, "1usd").checks();

      assertThat(checks.get(0).failure()).isEmpty();
      assertThat(checks.get(1).failure().map(ModelException::kind)).hasValue(Kind.MODEL_UNKNOWN);
      assertThat(checks.get(1).found()).contains("no such model").contains("model.base-url");
    }
  }

  @Test
  void aContextSmallerThanTheSmallestPromptIsToldAndNobodyIsAsked() {
    try (ScriptedModelServer server = ready()) {
      List<String> small = List.of("cheap 4096 1000 1 0", "strong 4096 1000 1 0");

      ModelException failure = failure(server, Provider.OPENAI_COMPATIBLE, small);

      assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_EXCEEDED);
      assertThat(failure.getMessage()).contains("4,096").contains("6,000").contains("model.facts");
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void aProviderThatIsDownIsTold() {
    ScriptedModelServer server = ready();
    Preflight preflight = preflight(server, Provider.OPENAI_COMPATIBLE, FACTS, "1usd");
    server.close();

    assertThat(preflight.checks())
        .allSatisfy(check ->
            assertThat(check.failure().map(ModelException::kind)).hasValue(Kind.UNAVAILABLE));
  }

  @Test
  void aProviderThatIsOverloadedIsAskedOnceMoreAndNoMore() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text("x").with(Fault.overloaded()))) {
      ModelException failure = failure(server, Provider.ANTHROPIC, FACTS);

      assertThat(failure.kind()).isEqualTo(Kind.OVERLOADED);
      assertThat(server.received()).hasSize(4); // two models, twice each
    }
  }

  /** What a user saw: a composed wiki, while the fallback they had named was up. */
  @Test
  void aModelThatIsOverloadedEndsNothingWhileTheFallbackAnswers() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((prompt, random) ->
            prompt.model().equals("spare")
                ? ScriptedReply.text("ready")
                : ScriptedReply.text("x").with(Fault.overloaded()))) {
      Endpoint endpoint = server.endpoint(Provider.ANTHROPIC, KEY);

      assertThatCode(() -> preflight(server, settings(endpoint, "spare"), "1usd").require())
          .doesNotThrowAnyException();
      assertThatThrownBy(() -> preflight(server, settings(endpoint, "other"), "1usd").require())
          .isInstanceOf(ModelException.class);
    }
  }

  @Test
  void aFallbackThatIsOverloadedEndsNothing() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((prompt, random) ->
            prompt.model().equals("spare")
                ? ScriptedReply.text("x").with(Fault.overloaded())
                : ScriptedReply.text("ready"))) {
      Endpoint endpoint = server.endpoint(Provider.ANTHROPIC, KEY);

      assertThatCode(() -> preflight(server, settings(endpoint, "spare"), "1usd").require())
          .doesNotThrowAnyException();
    }
  }

  private static ModelSettings settings(Endpoint endpoint, String fallback) {
    return new ModelSettings(
        endpoint,
        "cheap",
        "strong",
        Optional.of(fallback),
        Optional.empty(),
        new RateLimits(0, 0, 4),
        Duration.ofSeconds(20),
        Duration.ofSeconds(60),
        List.of(
            "cheap 100000 8000 1 0 1 1 1 1",
            "strong 100000 8000 1 0 1 1 1 1",
            "spare 100000 8000 1 0 1 1 1 1",
            "other 100000 8000 1 0 1 1 1 1"));
  }

  @Test
  void anEmbeddingModelOfAnotherLengthThanKnownIsTold() {
    try (ScriptedModelServer server = ready()) {
      Preflight.Check check =
          preflight(
                  server,
                  Provider.OPENAI_COMPATIBLE,
                  List.of("vectors 8000 0 1 0 dim=384"),
                  "100k-tokens")
              .checks()
              .getLast();

      assertThat(check.failure().map(ModelException::kind)).hasValue(Kind.FAILED);
      assertThat(check.found()).contains("384").contains("16").contains("model.facts");
    }
  }

  /** What a user saw: {@code spent so far: 1 call}, and nothing had been sent. */
  @Test
  void aMissingKeyIsToldAndIsNoCall() {
    try (ScriptedModelServer server = ready()) {
      Endpoint keyless =
          new Endpoint(Provider.OPENAI, server.baseUrl(Provider.OPENAI), Optional.empty());

      List<Preflight.Check> checks = preflight(server, keyless, FACTS, "1usd").checks();

      assertThat(checks)
          .allSatisfy(check ->
              assertThat(check.failure().map(ModelException::kind)).hasValue(Kind.KEY_MISSING));
      assertThat(entries).isEmpty();
    }
  }

  @Test
  void aBudgetOfZeroAsksNobody() {
    try (ScriptedModelServer server = ready()) {
      Preflight preflight = preflight(server, Provider.OPENAI_COMPATIBLE, FACTS, "0usd");

      assertThatThrownBy(preflight::require)
          .isInstanceOfSatisfying(
              ModelException.class, e -> assertThat(e.kind()).isEqualTo(Kind.OVER_BUDGET));
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void whatIsMissingInTheSettingsIsToldTogether() {
    Endpoint nowhere = new Endpoint(Provider.AZURE, "", Optional.of(KEY));

    assertThatThrownBy(() ->
            new ModelSettings(
                nowhere,
                "",
                "",
                Optional.empty(),
                Optional.empty(),
                new RateLimits(0, 0, 1),
                Duration.ofSeconds(1),
                Duration.ofSeconds(1),
                List.of("nonsense")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("model.base-url: expected the address of azure")
        .hasMessageContaining("model.strong")
        .hasMessageContaining("nonsense");
  }

  private ModelException failure(ScriptedModelServer server, Provider format, List<String> facts) {
    return preflight(server, format, facts, "100k-tokens").checks().stream()
        .flatMap(check -> check.failure().stream())
        .findFirst()
        .orElseThrow();
  }

  private static ScriptedModelServer ready() {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text("ready"));
  }

  private Preflight preflight(
      ScriptedModelServer server, Provider format, List<String> facts, String budget) {
    return preflight(server, server.endpoint(format, KEY), facts, budget);
  }

  private Preflight preflight(
      ScriptedModelServer server, Endpoint endpoint, List<String> facts, String budget) {
    ModelSettings settings =
        new ModelSettings(
            endpoint,
            "cheap",
            "strong",
            Optional.empty(),
            Optional.of(new ModelSettings.Embedding(endpoint, "vectors")),
            new RateLimits(0, 0, 4),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            facts);
    return preflight(server, settings, budget);
  }

  private Preflight preflight(ScriptedModelServer server, ModelSettings settings, String budget) {
    Models models =
        new Models(
            settings, server.guard(), ReplyCache.none(), COUNTER, new ManualTime(2).timing());
    return models.preflight(
        new BudgetedLedger(Budget.parse(budget).orElseThrow(), entries::add), () -> SMALLEST);
  }
}
