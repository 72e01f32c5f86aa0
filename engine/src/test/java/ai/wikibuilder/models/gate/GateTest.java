package ai.wikibuilder.models.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.ModelException;
import ai.wikibuilder.models.ModelException.Kind;
import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.PieceListener;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.Usage;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
  private static final String PAGE = "Requests go through the router [1].";

  @TempDir Path folder;

  @Test
  void everyCallIsInTheLedgerWithWhatTheProviderSays() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text(PAGE).cached(5))) {
      TestGate test = new TestGate(server);

      ChatReply reply = test.gate().reply(TestGate.request("Write the overview."));

      int in = server.received().getFirst().tokens();
      int out = PAGE.length() / 4;
      Money cost = new Money((in - 5) * 1_000L + 5 * 100L + out * 4_000L);
      assertThat(reply.usage()).isEqualTo(new Usage(in, 5, out, Optional.of(cost)));
      assertThat(test.entries).hasSize(1);
      LedgerEntry entry = test.entries.getFirst();
      assertThat(entry.usage()).isEqualTo(reply.usage());
      assertThat(entry.subject()).isEqualTo("overview");
      assertThat(entry.model()).isEqualTo("test-model");
      assertThat(entry.failure()).isEmpty();
      assertThat(test.ledger().spent().cost()).isEqualTo(cost);
    }
  }

  /** Anthropic charges a quarter more for what it is told to keep. */
  @Test
  void whatTheProviderKeepsFromNowOnIsPaidAtItsOwnPrice() {
    String model = "claude-sonnet-4-6";
    try (ScriptedModelServer server = new ScriptedModelServer((p, r) -> ScriptedReply.text(PAGE))) {
      Target target =
          new TestGate(server).target(model, new ModelCatalogue(List.of()).orAssumed(model));
      Attempts.Order order = new Attempts.Order(Purpose.PAGE, "overview", target, 3_000, 500);

      Usage usage = Attempts.usage(order, new TokenUse(3_000, 1_000, 1_500, 100));

      assertThat(usage.tokensWritten()).isEqualTo(1_500);
      assertThat(usage.cost())
          .hasValue(new Money(500 * 3_000L + 1_000 * 300L + 1_500 * 3_750L + 100 * 15_000L));
    }
  }

  @Test
  void aBusyProviderIsAskedAgainAfterAsLongAsItSays() {
    try (ScriptedModelServer server = failingFirst(2, Fault.busy("7"))) {
      TestGate test = new TestGate(server);

      assertThat(test.gate().reply(TestGate.request("x")).text()).isEqualTo(PAGE);

      assertThat(test.time.slept())
          .hasSize(2)
          .allSatisfy(
              wait -> assertThat(wait).isBetween(Duration.ofSeconds(7), Duration.ofSeconds(8)));
      assertThat(test.entries)
          .extracting(LedgerEntry::failure)
          .containsExactly(
              Optional.of(Kind.RATE_LIMITED), Optional.of(Kind.RATE_LIMITED), Optional.empty());
      assertThat(test.entries.getFirst().usage().tokens()).isZero();
    }
  }

  @Test
  void aWaitThatIsTooLongIsAFailureThatSaysSo() {
    try (ScriptedModelServer server = failingFirst(9, Fault.busy("3600"))) {
      TestGate test = new TestGate(server);

      assertThat(failure(test.gate(), "x").kind()).isEqualTo(Kind.RATE_LIMITED);
      assertThat(test.time.slept()).isEmpty();
    }
  }

  @Test
  void aProviderThatStaysBrokenIsGivenUpAfterAFewTriesWithGrowingWaits() {
    try (ScriptedModelServer server = failingFirst(99, Fault.broken())) {
      TestGate test = new TestGate(server);

      assertThat(failure(test.gate(), "x").kind()).isEqualTo(Kind.OVERLOADED);

      assertThat(server.received()).hasSize(5);
      assertThat(test.time.slept()).hasSize(4).isSorted();
      assertThat(test.entries).hasSize(5);
    }
  }

  @Test
  void whatWillNotMendItselfIsNotTriedAgain() {
    for (Fault fault :
        List.of(
            new Fault.Status(401, "invalid_api_key", "wrong", Optional.empty()),
            new Fault.Status(404, "model_not_found", "none", Optional.empty()),
            new Fault.Status(400, "content_filter", "no", Optional.empty()),
            new Fault.Status(400, "x", "maximum context length", Optional.empty()))) {
      try (ScriptedModelServer server = failingFirst(9, fault)) {
        assertThat(failure(new TestGate(server).gate(), "x").kind().isPassing()).isFalse();
        assertThat(server.received()).hasSize(1);
      }
    }
  }

  @Test
  void aReplyThatBreaksOffIsAskedForAnewAndTheListenerIsToldThatItIs() {
    for (Fault fault :
        List.of(new Fault.DropWithin(), new Fault.EndWithin(), new Fault.ErrorWithin())) {
      try (ScriptedModelServer server = failingFirst(1, fault)) {
        TestGate test = new TestGate(server);
        Heard heard = new Heard();

        ChatReply reply = test.gate().reply(TestGate.request("x"), heard);

        assertThat(reply.text()).isEqualTo(PAGE);
        assertThat(heard.text.toString()).isEqualTo(PAGE);
        assertThat(heard.startedOver).isEqualTo(1);
        Usage half = test.entries.getFirst().usage();
        assertThat(half.tokensIn()).isPositive(); // it was paid for
        assertThat(half.tokensOut()).isPositive();
      }
    }
  }

  @Test
  void aBudgetThatIsUsedUpLetsNothingThrough() {
    try (ScriptedModelServer server = saying()) {
      for (String budget : List.of("0usd", "0.0001usd", "0-tokens", "500-tokens")) {
        TestGate test = new TestGate(server).with(Budget.parse(budget).orElseThrow());

        ModelException failure = failure(test.gate(), "x");

        assertThat(failure.kind()).isEqualTo(Kind.OVER_BUDGET);
        assertThat(failure.getMessage()).contains("the next call");
      }
      assertThat(server.received()).isEmpty();
    }
  }

  @Test
  void callsSideBySideCannotSpendTheSameMoney() throws Exception {
    CountDownLatch all = new CountDownLatch(1);
    Script slow =
        (prompt, random) -> {
          try {
            all.await(20, TimeUnit.SECONDS);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return ScriptedReply.text(PAGE);
        };
    try (ScriptedModelServer server = new ScriptedModelServer(slow)) {
      // each call may use some 15 tokens in and 500 out
      TestGate test = new TestGate(server).with(Budget.parse("1100-tokens").orElseThrow());
      Gate gate = test.gate();
      List<CompletableFuture<Boolean>> calls = new ArrayList<>();
      for (int i = 0; i < 6; i++) {
        CompletableFuture<Boolean> through = new CompletableFuture<>();
        calls.add(through);
        String text = "call " + i;
        Thread.ofVirtual().start(() -> through.complete(goesThrough(gate, text)));
      }
      // those that are refused end while the others wait for their replies
      waitUntil(() -> calls.stream().filter(CompletableFuture::isDone).count() == 4);
      waitUntil(() -> server.received().size() == 2);
      all.countDown();

      waitUntil(() -> test.entries.size() == 2);
      assertThat(server.received()).hasSize(2);
      assertThat(test.ledger().spent().tokens()).isLessThan(1_100);
    }
  }

  private static boolean goesThrough(Gate gate, String text) {
    try {
      gate.reply(TestGate.request(text));
      return true;
    } catch (ModelException e) {
      return false;
    }
  }

  @Test
  void aPromptThatDoesNotFitIsNotSent() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server);
      Gate gate = test.gate();
      int room = gate.promptTokensMax(Tier.STRONG, 500);

      ModelException failure = failure(gate, "word ".repeat(room + 1));
      String fitting = "word ".repeat(room - 40);

      assertThat(room).isEqualTo(7_500);
      assertThat(failure.kind()).isEqualTo(Kind.CONTEXT_EXCEEDED);
      assertThat(failure.getMessage()).contains("8,000").contains("model.facts");
      assertThat(server.received()).isEmpty();
      assertThat(gate.reply(TestGate.request(fitting)).text()).isEqualTo(PAGE);
    }
  }

  @Test
  void theSameQuestionIsAskedOnce() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server).with(new ReplyFiles(folder, 1 << 20));
      test.gate().reply(TestGate.request("x"));
      Heard heard = new Heard();

      ChatReply again = test.gate().reply(TestGate.request("x"), heard);
      test.gate().reply(TestGate.request("y"));

      assertThat(again.text()).isEqualTo(PAGE);
      assertThat(again.usage()).isEqualTo(Usage.none());
      assertThat(heard.text.toString()).isEqualTo(PAGE);
      assertThat(server.received()).hasSize(2);
      assertThat(test.entries).extracting(LedgerEntry::kept).containsExactly(false, true, false);
    }
  }

  @Test
  void whatWasCutIsNotKept() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text("Half").stopping("length"))) {
      TestGate test = new TestGate(server).with(new ReplyFiles(folder, 1 << 20));

      test.gate().reply(TestGate.request("x"));
      test.gate().reply(TestGate.request("x"));

      assertThat(server.received()).hasSize(2);
    }
  }

  @Test
  void theFallbackStandsInAndTheBrokenModelIsPassedOverForAMinute() {
    Script broken =
        (prompt, random) ->
            prompt.model().equals("test-model")
                ? ScriptedReply.text(PAGE).with(Fault.overloaded())
                : ScriptedReply.text(PAGE);
    try (ScriptedModelServer server = new ScriptedModelServer(broken)) {
      TestGate test = new TestGate(server).withFallback();
      Gate gate = test.gate();

      assertThat(gate.reply(TestGate.request("a")).model()).isEqualTo("spare-model");
      int asked = server.received().size();
      gate.reply(TestGate.request("b"));
      int askedInTheSameMinute = server.received().size() - asked;
      test.time.pass(Duration.ofMinutes(1));
      gate.reply(TestGate.request("c"));

      assertThat(asked).isEqualTo(6);
      assertThat(askedInTheSameMinute).isEqualTo(1);
      assertThat(server.received()).hasSize(6 + 1 + 6);
    }
  }

  @Test
  void theFallbackDoesNotHelpAgainstAWrongKey() {
    try (ScriptedModelServer server = saying().wantingKey("another")) {
      assertThat(failure(new TestGate(server).withFallback().gate(), "x").kind())
          .isEqualTo(Kind.KEY_REFUSED);
    }
  }

  @Test
  void noMoreRequestsGoOutThanTheKeyAllows() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server).with(new RateLimits(60, 0, 1));
      Gate gate = test.gate();

      IntStream.range(0, 25).forEach(i -> gate.reply(TestGate.request("page " + i)));

      // ten at once, then one a second
      Duration waited = test.time.slept().stream().reduce(Duration.ZERO, Duration::plus);
      assertThat(waited).isBetween(Duration.ofSeconds(14), Duration.ofSeconds(17));
    }
  }

  @Test
  void noMoreTokensGoOutThanTheKeyAllows() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server).with(new RateLimits(0, 6_000, 1));
      Gate gate = test.gate();

      IntStream.range(0, 20).forEach(i -> gate.reply(TestGate.request("page " + i)));

      // some 510 tokens a call: twenty calls are 10,200, of which 1,000 at once and one in debt
      Duration waited = test.time.slept().stream().reduce(Duration.ZERO, Duration::plus);
      assertThat(waited).isBetween(Duration.ofSeconds(82), Duration.ofSeconds(102));
    }
  }

  @Test
  void aProviderThatWantsToBeLeftAloneIsLeftAloneByAllWhoUseTheKey() throws Exception {
    ManualTime time = new ManualTime(1);
    KeyRate rate = new LocalKeyRate(new RateLimits(0, 0, 4), time.timing());

    rate.holdOff(Duration.ofSeconds(12));
    rate.await(10).close();

    assertThat(time.slept().stream().reduce(Duration.ZERO, Duration::plus))
        .isEqualTo(Duration.ofSeconds(12));
  }

  @Test
  void whoeverGoesAwayWhileWaitingIsCancelledAndNothingIsSent() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server).with(new RateLimits(6, 0, 1));
      Gate gate = test.gate();
      gate.reply(TestGate.request("first"));

      Thread.currentThread().interrupt();
      ModelException failure = failure(gate, "second");

      assertThat(Thread.interrupted()).isTrue();
      assertThat(failure.kind()).isEqualTo(Kind.CANCELLED);
      assertThat(server.received()).hasSize(1);
      assertThat(test.entries.getLast().usage().tokens()).isZero();
      assertThat(gate.reply(TestGate.request("third")).text()).isEqualTo(PAGE);
    }
  }

  @Test
  void aListenerThatFailsEndsTheCallWhichIsSettled() {
    try (ScriptedModelServer server = saying()) {
      TestGate test = new TestGate(server);
      PieceListener failing =
          piece -> {
            throw new IllegalStateException("the screen is gone");
          };

      assertThatThrownBy(() -> test.gate().reply(TestGate.request("x"), failing))
          .hasMessage("the screen is gone");

      assertThat(test.entries).hasSize(1);
      assertThat(test.entries.getFirst().usage().tokensIn()).isPositive();
    }
  }

  @Test
  void aProviderThatDoesNotTellUsageIsCountedHere() {
    try (ScriptedModelServer server =
        new ScriptedModelServer((p, r) -> ScriptedReply.text(PAGE).with(new Fault.EndWithin()))) {
      TestGate test = new TestGate(server);

      failure(test.gate(), "Write the overview.");

      int counted = test.counter.count(TestGate.request("Write the overview."));
      assertThat(test.entries)
          .allSatisfy(entry -> assertThat(entry.usage().tokensIn()).isEqualTo(counted));
    }
  }

  private static final class Heard implements PieceListener {
    private final StringBuilder text = new StringBuilder();
    private int startedOver;

    @Override
    public void piece(String piece) {
      text.append(piece);
    }

    @Override
    public void startOver() {
      text.setLength(0);
      startedOver++;
    }
  }

  private static ModelException failure(Gate gate, String text) {
    return catchThrowableOfType(ModelException.class, () -> gate.reply(TestGate.request(text)));
  }

  private static ScriptedModelServer saying() {
    return new ScriptedModelServer((prompt, random) -> ScriptedReply.text(PAGE));
  }

  private static ScriptedModelServer failingFirst(int times, Fault fault) {
    return new ScriptedModelServer((prompt, random) ->
        prompt.ordinal() < times ? ScriptedReply.text(PAGE).with(fault) : ScriptedReply.text(PAGE));
  }

  private static void waitUntil(java.util.function.BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(deadline);
      Thread.onSpinWait();
    }
  }
}
