package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.wikibuilder.models.ChatReply.Stop;
import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.JsonShape;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.ToolSpec;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.json.JsonTree;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.Misbehaviour;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.outbound.OutboundLimits;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all four formats must do alike, against a server that speaks them. */
class WireContractTest {
  private static final String KEY = "sk-test-0123456789abcdef";
  private static final Duration SILENCE = Duration.ofMillis(400);
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC);
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"title\":{\"type\":\"string\"}},\"required\":[\"title\"],\"additionalProperties\":false}";

  /** One provider for each format; the presets of a format differ in addresses alone. */
  static Stream<Provider> formats() {
    return Stream.of(
        Provider.OPENAI_COMPATIBLE, Provider.ANTHROPIC, Provider.GEMINI, Provider.BEDROCK);
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReplyComesInPiecesAndIsTheirSum(Provider format) {
    String page = "Requests go through the router [1].\n\nÜberall: 日本語, \"quotes\" and \\ too [2].";
    try (ScriptedModelServer server = saying(page)) {
      List<String> pieces = new ArrayList<>();

      WireReply reply = wire(server, format).chat(call(request("Write.")), pieces::add);

      assertThat(reply.text()).isEqualTo(page);
      assertThat(String.join("", pieces)).isEqualTo(page);
      assertThat(pieces).hasSizeGreaterThan(8);
      assertThat(reply.stop()).isEqualTo(Stop.END);
      ReceivedPrompt prompt = server.received().getFirst();
      assertThat(prompt.model()).isEqualTo("model-x:1");
      assertThat(prompt.system()).isEqualTo("You write wikis.");
      assertThat(prompt.turns()).containsExactly(new ReceivedPrompt.Turn("user", "Write."));
      assertThat(prompt.outputTokensMax()).isEqualTo(1234);
      assertThat(prompt.credential()).hasValueSatisfying(key -> assertThat(key).contains(KEY));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theUseIsToldWithWhatTheProviderHadKept(Provider format) {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text("x".repeat(40)).cached(3))) {
      WireReply reply = wire(server, format).chat(call(request("y".repeat(100))), text -> {});

      int in = server.received().getFirst().tokens();
      assertThat(reply.use()).hasValue(new TokenUse(in, 3, 0, 10));
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void toolsAreOfferedCalledAndAnswered(Provider format) {
    Script script =
        (prompt, random) ->
            prompt.turns().getLast().role().equals("tool")
                ? ScriptedReply.text("done with " + prompt.turns().getLast().text())
                : ScriptedReply.calls(
                    new ScriptedReply.Call("read", "{\"path\":\"a b.txt\",\"line\":7}"),
                    new ScriptedReply.Call("search", "{\"words\":[\"x\"]}"));
    try (ScriptedModelServer server = new ScriptedModelServer(script)) {
      Wire wire = wire(server, format);
      List<Message> messages = new ArrayList<>(List.of(new Message.User("Look.")));

      WireReply first = wire.chat(call(withTools(messages)), text -> {});
      messages.add(new Message.Assistant(first.text(), first.toolCalls()));
      first
          .toolCalls()
          .forEach(
              call -> messages.add(new Message.ToolResult(call.id(), "result of " + call.name())));
      WireReply second = wire.chat(call(withTools(messages)), text -> {});

      assertThat(first.stop()).isEqualTo(Stop.TOOL_CALLS);
      assertThat(first.toolCalls()).extracting("name").containsExactly("read", "search");
      assertThat(first.toolCalls()).extracting("id").doesNotHaveDuplicates().doesNotContain("");
      JsonTree arguments = JsonTree.read(first.toolCalls().getFirst().arguments()).orElseThrow();
      assertThat(arguments.text("path")).hasValue("a b.txt");
      assertThat(arguments.count("line")).hasValue(7);
      assertThat(server.received().getFirst().tools()).containsExactly("read", "search");
      assertThat(second.text()).contains("result of").contains("search");
      if (format != Provider.OPENAI_COMPATIBLE) { // signed thoughts go back as they came
        assertThat(server.received().get(1).body()).contains("c2lnbmVk");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void jsonIsAskedForWithItsSchema(Provider format) {
    try (ScriptedModelServer server = saying("{\"title\":\"Overview\"}")) {
      ChatRequest request =
          new ChatRequest(
              Purpose.PLAN,
              "plan",
              Tier.CHEAP,
              List.of(new Message.User("Plan.")),
              List.of(),
              Optional.of(new JsonShape("plan", SCHEMA)),
              500);

      WireReply reply = wire(server, format).chat(call(request), text -> {});

      assertThat(server.received().getFirst().schema()).hasValue(SCHEMA);
      assertThat(JsonTree.find(reply.text()).flatMap(json -> json.text("title")))
          .hasValue("Overview");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theConstantBeginningIsMarkedWhereTheProviderMustBeTold(Provider format) {
    try (ScriptedModelServer server = saying("ok")) {
      wire(server, format).chat(call(request("Write.")), text -> {});

      boolean mustBeTold = format == Provider.ANTHROPIC || format == Provider.BEDROCK;
      assertThat(server.received().getFirst().cacheBreakpoints()).isEqualTo(mustBeTold ? 1 : 0);
    }
  }

  /** Anthropic reads up to the last mark that it has kept, and keeps at every mark, up to four. */
  @Test
  void anthropicIsToldToKeepRulesAndPromptAndNothingThatIsSentOnce() {
    try (ScriptedModelServer server = saying("ok")) {
      List<Message> messages =
          List.of(
              new Message.Instruction("You write wikis.", true),
              new Message.User("EVIDENCE", true),
              new Message.Assistant("A page.", List.of()),
              new Message.User("FINDINGS"));

      wire(server, Provider.ANTHROPIC).chat(call(request(messages, 1000)), text -> {});

      JsonTree body = JsonTree.read(server.received().getFirst().body()).orElseThrow();
      assertThat(body.items("system").getFirst().at("cache_control").text("type"))
          .hasValue("ephemeral");
      assertThat(body.items("messages"))
          .extracting(turn ->
              turn.items("content").getFirst().at("cache_control").text("type").orElse("none"))
          .containsExactly("ephemeral", "none", "none");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void theSameRequestIsTheSameToTheByte(Provider format) {
    try (ScriptedModelServer server = saying("ok")) {
      wire(server, format).chat(call(withTools(List.of(new Message.User("a")))), text -> {});
      wire(server, format).chat(call(withTools(List.of(new Message.User("a")))), text -> {});

      assertThat(server.received().get(0).body()).isEqualTo(server.received().get(1).body());
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whatNoFormatHasYetDoesNotMatter(Provider format) {
    try (ScriptedModelServer server = failing(new Fault.UnknownFields())) {
      assertThat(wire(server, format).chat(call(request("Write.")), text -> {}).text())
          .isEqualTo("A reply of several words [1].");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "ANTHROPIC", "GEMINI"})
  void aServerThatAnswersAtOnceIsUnderstood(Provider format) {
    Script script =
        (p, r) ->
            p.ordinal() == 0
                ? ScriptedReply.text("All at once.").with(new Fault.NoStream())
                : ScriptedReply.calls(new ScriptedReply.Call("read", "{\"path\":\"a\"}"))
                    .with(new Fault.NoStream());
    try (ScriptedModelServer server = new ScriptedModelServer(script)) {
      Wire wire = wire(server, format);

      WireReply text = wire.chat(call(request("Write.")), piece -> {});
      WireReply calls = wire.chat(call(withTools(List.of(new Message.User("x")))), piece -> {});

      assertThat(text.text()).isEqualTo("All at once.");
      assertThat(text.use()).isPresent();
      assertThat(calls.toolCalls()).extracting("name").containsExactly("read");
      assertThat(calls.toolCalls().getFirst().arguments()).isEqualTo("{\"path\":\"a\"}");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aReplyThatIsCutSaysSo(Provider format) {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text("Half a").stopping("length"))) {
      assertThat(wire(server, format).chat(call(request("Write.")), text -> {}).stop())
          .isEqualTo(Stop.LENGTH);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aModelThatNeverEndsIsCut(Provider format) {
    Script endless = Misbehaviour.ENDLESS.of((p, r) -> ScriptedReply.text("x"));
    try (ScriptedModelServer server = new ScriptedModelServer(endless)) {
      WireReply reply = wire(server, format).chat(call(request("Write.", 100)), text -> {});

      assertThat(reply.stop()).isEqualTo(Stop.LENGTH);
      assertThat(reply.text().length()).isLessThanOrEqualTo(100 * 8);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aRefusalIsNoReply(Provider format) {
    Script declining = Misbehaviour.REFUSAL.of((p, r) -> ScriptedReply.text("x"));
    try (ScriptedModelServer server = new ScriptedModelServer(declining)) {
      assertThat(failure(server, format).kind()).isEqualTo(Kind.REFUSED);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anEmptyReplyIsBroken(Provider format) {
    try (ScriptedModelServer server = saying("")) {
      assertThat(failure(server, format).kind()).isEqualTo(Kind.BROKEN_REPLY);
    }
  }

  static Stream<Arguments> statuses() {
    record Case(Fault.Status fault, Kind kind) {}
    List<Case> cases =
        List.of(
            new Case(status(401, "invalid_api_key", "Incorrect API key: " + KEY), Kind.KEY_REFUSED),
            new Case(status(403, "forbidden", "No access to this model"), Kind.KEY_REFUSED),
            new Case(status(402, "payment_required", "No credit"), Kind.KEY_REFUSED),
            new Case(status(400, "x", "API key not valid. Pass a valid one"), Kind.KEY_REFUSED),
            new Case(status(404, "model_not_found", "No such model"), Kind.MODEL_UNKNOWN),
            new Case(
                status(404, "not_found", "No endpoints found that support tool use."), Kind.FAILED),
            new Case(status(400, "x", "model-y is not a valid model ID"), Kind.MODEL_UNKNOWN),
            new Case(
                status(400, "x", "This model's maximum context length is 8192 tokens"),
                Kind.CONTEXT_EXCEEDED),
            new Case(
                status(400, "invalid_request_error", "prompt is too long: 210000 tokens"),
                Kind.CONTEXT_EXCEEDED),
            new Case(status(413, "request_too_large", "Too large"), Kind.CONTEXT_EXCEEDED),
            new Case(status(429, "rate_limit_exceeded", "Slow down"), Kind.RATE_LIMITED),
            new Case(
                status(429, "rate_limit_exceeded", "Limit reached. Add a payment method: /billing"),
                Kind.RATE_LIMITED),
            new Case(status(429, "insufficient_quota", "You have no credit"), Kind.KEY_REFUSED),
            new Case(status(500, "server_error", "Something"), Kind.OVERLOADED),
            new Case(status(503, "unavailable", "Something"), Kind.OVERLOADED),
            new Case(status(529, "overloaded_error", "Overloaded"), Kind.OVERLOADED),
            new Case(status(400, "content_filter", "Filtered"), Kind.REFUSED),
            new Case(status(422, "extra_forbidden", "Extra input"), Kind.FAILED));
    return formats()
        .flatMap(format -> cases.stream().map(each -> Arguments.of(format, each.fault, each.kind)));
  }

  private static Fault.Status status(int status, String code, String message) {
    return new Fault.Status(status, code, message, Optional.empty());
  }

  @ParameterizedTest
  @MethodSource("statuses")
  void anErrorHasAKindAndNeverShowsTheKey(Provider format, Fault.Status fault, Kind kind) {
    try (ScriptedModelServer server = failing(fault)) {
      ModelException failure = failure(server, format);

      assertThat(failure.kind()).as(failure.getMessage()).isEqualTo(kind);
      assertThat(failure.getMessage())
          .contains(format.key())
          .contains(String.valueOf(fault.status()))
          .doesNotContain(KEY)
          .doesNotContain("0123456789");
    }
  }

  /** Who had no credit left was told that the key is wrong; who was to wait, not how long. */
  @ParameterizedTest
  @MethodSource("formats")
  void whatToDoIsSaidOfKeysCreditAndWaits(Provider format) {
    Fault.Status credit = status(402, "insufficient_quota", "You exceeded your current quota");
    Fault.Status key = status(401, "invalid_api_key", "Incorrect API key");
    try (ScriptedModelServer server = failing(credit)) {
      assertThat(failure(server, format)).hasMessageContaining("no credit left; add some");
    }
    try (ScriptedModelServer server = failing(key)) {
      assertThat(failure(server, format)).hasMessageContaining("check AIWIKI_MODEL_API_KEY");
    }
    try (ScriptedModelServer server = failing(Fault.busy("900"))) {
      assertThat(failure(server, format))
          .hasMessageContaining("the next one in 900 s; set model.requests-per-minute");
    }
    try (ScriptedModelServer server = failing(new Fault.Garbage())) {
      assertThat(failure(server, format)).hasMessageContaining("check that model.provider");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void howLongToWaitIsRead(Provider format) {
    for (var expected :
        List.of(
            List.of("7", "PT7S"),
            List.of("0.5", "PT0.5S"),
            List.of("Fri, 20 Nov 2026 10:00:09 GMT", "PT9S"),
            List.of("Fri, 20 Nov 2026 09:00:00 GMT", "PT0S"))) {
      try (ScriptedModelServer server = failing(Fault.busy(expected.get(0)))) {
        assertThat(failure(server, format).retryAfter()).hasValue(Duration.parse(expected.get(1)));
      }
    }
  }

  static Stream<Arguments> breaks() {
    return formats()
        .flatMap(format ->
            Stream.of(
                Arguments.of(format, new Fault.DropWithin(), Kind.BROKEN_REPLY),
                Arguments.of(format, new Fault.EndWithin(), Kind.BROKEN_REPLY),
                Arguments.of(format, new Fault.Garbage(), Kind.BROKEN_REPLY),
                Arguments.of(format, new Fault.ErrorWithin(), Kind.OVERLOADED),
                Arguments.of(format, new Fault.HangBefore(), Kind.SILENT),
                Arguments.of(format, new Fault.HangWithin(), Kind.SILENT)));
  }

  @ParameterizedTest
  @MethodSource("breaks")
  void halfAReplyIsNeverTakenForTheWhole(Provider format, Fault fault, Kind kind) {
    boolean hangs = kind == Kind.SILENT;
    OutboundLimits limits = new OutboundLimits(Duration.ofSeconds(60), SILENCE);
    try (ScriptedModelServer server = failing(fault)) {
      Wire wire =
          new Wire(server.endpoint(format, KEY), server.guard(), hangs ? limits : patient(), CLOCK);

      ModelException failure =
          catchThrowableOfType(
              ModelException.class, () -> wire.chat(call(request("Write.")), text -> {}));

      assertThat(failure.kind()).isEqualTo(kind);
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aProviderThatDoesNotHangUpCostsNoSecondCall(Provider format) {
    OutboundLimits limits = new OutboundLimits(Duration.ofSeconds(60), SILENCE);
    try (ScriptedModelServer server = failing(new Fault.HangAfter())) {
      Wire wire = new Wire(server.endpoint(format, KEY), server.guard(), limits, CLOCK);

      assertThat(wire.chat(call(request("Write.")), text -> {}).text())
          .isEqualTo("A reply of several words [1].");
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void whoeverIsInterruptedIsFreeWithinASecondAndSoIsTheConnection(Provider format)
      throws Exception {
    for (Fault fault : List.of(new Fault.HangBefore(), new Fault.HangWithin())) {
      try (ScriptedModelServer server = failing(fault)) {
        Wire wire = new Wire(server.endpoint(format, KEY), server.guard(), patient(), CLOCK);
        CompletableFuture<Kind> ended = new CompletableFuture<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread caller =
            Thread.ofPlatform()
                .start(() -> {
                  begun.countDown();
                  try {
                    wire.chat(call(request("Write.")), text -> {});
                  } catch (ModelException e) {
                    ended.complete(Thread.currentThread().isInterrupted() ? e.kind() : Kind.FAILED);
                  }
                });
        begun.await();
        waitUntil(() -> !server.received().isEmpty());

        long interrupted = System.nanoTime();
        caller.interrupt();

        assertThat(ended.get(1, TimeUnit.SECONDS)).isEqualTo(Kind.CANCELLED);
        waitUntil(() -> server.openCount() == 0);
        assertThat(Duration.ofNanos(System.nanoTime() - interrupted))
            .isLessThan(Duration.ofSeconds(1));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aKeyNeverGoesAlongARedirect(Provider format) {
    try (ScriptedModelServer other = saying("stolen");
        ScriptedModelServer server =
            failing(new Fault.Redirect("http://" + other.hostPort() + "/v1/chat/completions"))) {
      assertThat(failure(server, format).kind()).isNotNull();
      assertThat(other.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void anAddressThatIsNotAllowedIsNotDialled(Provider format) {
    try (ScriptedModelServer server = saying("x");
        ScriptedModelServer allowed = saying("y")) {
      Wire wire = new Wire(server.endpoint(format, KEY), allowed.guard(), patient(), CLOCK);

      ModelException failure =
          catchThrowableOfType(
              ModelException.class, () -> wire.chat(call(request("Write.")), text -> {}));

      assertThat(failure.kind()).isEqualTo(Kind.FAILED);
      assertThat(failure.getMessage()).contains("AIWIKI_ALLOWED_HOSTS");
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("formats")
  void aProviderThatIsDownIsUnavailable(Provider format) {
    ScriptedModelServer server = saying("x");
    Wire wire = wire(server, format);
    server.close();

    ModelException failure =
        catchThrowableOfType(
            ModelException.class, () -> wire.chat(call(request("Write.")), text -> {}));

    assertThat(failure.kind()).isEqualTo(Kind.UNAVAILABLE);
    assertThat(failure.getMessage()).contains("model.base-url").doesNotContain("..");
  }

  @ParameterizedTest
  @EnumSource(
      names = {"OPENAI", "OPENROUTER", "AZURE", "MISTRAL", "ANTHROPIC", "GEMINI", "BEDROCK"})
  void aMissingKeyIsToldBeforeAnythingIsSent(Provider provider) {
    try (ScriptedModelServer server = saying("x")) {
      Wire wire =
          new Wire(
              new Endpoint(provider, server.baseUrl(provider), Optional.of("  ")),
              server.guard(),
              patient(),
              CLOCK);

      ModelException failure =
          catchThrowableOfType(
              ModelException.class, () -> wire.chat(call(request("Write.")), text -> {}));

      assertThat(failure.kind()).isEqualTo(Kind.KEY_MISSING);
      assertThat(failure.getMessage()).contains("AIWIKI_MODEL_API_KEY");
      assertThat(server.received()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "GEMINI", "BEDROCK"})
  void vectorsComeInTheOrderOfTheTexts(Provider format) {
    try (ScriptedModelServer server = saying("x")) {
      String model = format == Provider.BEDROCK ? "cohere.embed-v4:0" : "embed-1";

      List<float[]> vectors =
          wire(server, format).embed(model, List.of("one word", "two", "one word"));

      assertThat(vectors).hasSize(3);
      assertThat(vectors.get(0)).hasSize(ScriptedModelServer.DIMENSION).isEqualTo(vectors.get(2));
      assertThat(vectors.get(1)).isNotEqualTo(vectors.get(0));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"OPENAI_COMPATIBLE", "GEMINI", "BEDROCK"})
  void aTextThatIsTooLongToEmbedIsToldApart(Provider format) {
    try (ScriptedModelServer server = saying("x")) {
      String text = "w ".repeat(ScriptedModelServer.EMBED_CHARACTERS_MAX);

      ModelException failure =
          catchThrowableOfType(
              ModelException.class,
              () -> wire(server, format).embed("amazon.titan-embed-text-v2:0", List.of(text)));

      assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_EXCEEDED);
    }
  }

  /** What a user saw: all vectors made, of no length, and nothing found by them. */
  @Test
  void aVectorWithoutNumbersIsNone() {
    try (ScriptedModelServer server = saying("x")) {
      ModelException failure =
          catchThrowableOfType(
              ModelException.class,
              () -> wire(server, Provider.OPENAI_COMPATIBLE).embed("embed-1", List.of("a", " ")));

      assertThat(failure.kind()).isEqualTo(Kind.BROKEN_REPLY);
    }
  }

  private static ModelException failure(ScriptedModelServer server, Provider format) {
    return catchThrowableOfType(
        ModelException.class, () -> wire(server, format).chat(call(request("Write.")), text -> {}));
  }

  private static ScriptedModelServer saying(String text) {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text(text));
  }

  private static ScriptedModelServer failing(Fault fault) {
    return new ScriptedModelServer(
        (prompt, random) -> ScriptedReply.text("A reply of several words [1].").with(fault));
  }

  private static Wire wire(ScriptedModelServer server, Provider format) {
    return new Wire(server.endpoint(format, KEY), server.guard(), patient(), CLOCK);
  }

  private static OutboundLimits patient() {
    return new OutboundLimits(Duration.ofSeconds(60), Duration.ofSeconds(60));
  }

  private static ModelCall call(ChatRequest request) {
    return new ModelCall("model-x:1", request, 1234);
  }

  private static ChatRequest request(String text) {
    return request(text, 1000);
  }

  private static ChatRequest request(String text, int outputTokensMax) {
    return request(
        List.of(new Message.Instruction("You write wikis.", true), new Message.User(text)),
        outputTokensMax);
  }

  private static ChatRequest request(List<Message> messages, int outputTokensMax) {
    return new ChatRequest(
        Purpose.PAGE,
        "overview",
        Tier.STRONG,
        messages,
        List.of(),
        Optional.empty(),
        outputTokensMax);
  }

  private static ChatRequest withTools(List<Message> messages) {
    return new ChatRequest(
        Purpose.RESEARCH,
        "question",
        Tier.STRONG,
        messages,
        List.of(
            new ToolSpec("read", "Reads a file.", "{\"type\":\"object\",\"properties\":{}}"),
            new ToolSpec("search", "Searches.", "{\"type\":\"object\",\"properties\":{}}")),
        Optional.empty(),
        1000);
  }

  private static void waitUntil(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
