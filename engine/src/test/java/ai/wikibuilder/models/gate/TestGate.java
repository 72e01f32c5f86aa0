package ai.wikibuilder.models.gate;

import ai.wikibuilder.models.ChatRequest;
import ai.wikibuilder.models.Message;
import ai.wikibuilder.models.Purpose;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.facts.ModelCatalogue;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.models.wire.Wire;
import ai.wikibuilder.outbound.OutboundLimits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A gate before a scripted server, with time that only moves when somebody sleeps. */
final class TestGate {
  static final String KEY = "sk-test-0123456789abcdef";

  /** Context 8,000, output 2,000, no thoughts, 1 and 4 dollars a million tokens. */
  static final ModelFacts FACTS =
      new ModelCatalogue(List.of("test-model 8000 2000 1 0 1 0.1 1 4"))
          .find("test-model")
          .orElseThrow();

  final ManualTime time = new ManualTime(7);
  final List<LedgerEntry> entries = new CopyOnWriteArrayList<>();

  /** Shared: its vocabulary takes a second to load. */
  private static final TokenCounter COUNTER = new TokenCounter();

  final TokenCounter counter = COUNTER;
  private final ScriptedModelServer server;
  private Provider provider = Provider.OPENAI_COMPATIBLE;
  private Budget budget = Budget.unlimited();
  private ReplyCache cache = ReplyCache.none();
  private RateLimits limits = new RateLimits(0, 0, 8);
  private Duration silence = Duration.ofSeconds(20);
  private boolean fallback;
  private Optional<BudgetedLedger> ledger = Optional.empty();

  TestGate(ScriptedModelServer server) {
    this.server = server;
  }

  TestGate with(Provider other) {
    provider = other;
    return this;
  }

  TestGate with(Budget other) {
    budget = other;
    return this;
  }

  TestGate with(ReplyCache other) {
    cache = other;
    return this;
  }

  TestGate with(RateLimits other) {
    limits = other;
    return this;
  }

  TestGate silentFor(Duration other) {
    silence = other;
    return this;
  }

  TestGate withFallback() {
    fallback = true;
    return this;
  }

  Gate gate() {
    KeyRate rate = new LocalKeyRate(limits, time.timing());
    Target target = target("test-model", FACTS, rate);
    Lineup lineup =
        new Lineup(
            target,
            target,
            fallback ? Optional.of(target("spare-model", FACTS, rate)) : Optional.empty(),
            Optional.of(target("embed-model", FACTS, rate)));
    BudgetedLedger made = ledger();
    return new Gate(lineup, made, cache, counter, RetryPolicy.standard(), time.timing());
  }

  Target target(String model, ModelFacts facts) {
    return target(model, facts, new LocalKeyRate(limits, time.timing()));
  }

  private Target target(String model, ModelFacts facts, KeyRate rate) {
    Wire wire =
        new Wire(
            server.endpoint(provider, KEY),
            server.guard(),
            new OutboundLimits(Duration.ofSeconds(60), silence),
            time);
    return new Target(wire, model, facts, rate);
  }

  BudgetedLedger ledger() {
    if (ledger.isEmpty()) {
      ledger = Optional.of(new BudgetedLedger(budget, entries::add));
    }
    return ledger.get();
  }

  static ChatRequest request(String text) {
    return new ChatRequest(
        Purpose.PAGE,
        "overview",
        Tier.STRONG,
        List.of(new Message.Instruction("You write wikis.", true), new Message.User(text)),
        List.of(),
        Optional.empty(),
        500);
  }
}
