package ai.wikibuilder.answers.asking;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.answers.OpenWiki;
import ai.wikibuilder.answers.TestWiki;
import ai.wikibuilder.answers.asking.Answered.Line;
import ai.wikibuilder.answers.asking.Answered.Standing;
import ai.wikibuilder.answers.asking.Answered.State;
import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.index.SearchHit;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.ManualTime;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.RetryPolicy;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.Misbehaviour;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.ScriptedReply;
import ai.wikibuilder.models.scripted.Speed;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.pages.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Questions to providers that misbehave at random, in all four formats. */
class AskFaultsTest {
  private static final long SEED = 20_261_126;

  /** Tokens that some questions may use together: some of them run into it. */
  private static final long BUDGET = 100_000;

  private static final int QUESTIONS_PER_BUDGET = 12;

  private static final List<String> QUESTIONS =
      List.of(
          "how are rows sorted by weight",
          "what does move0 in row 0 do with the next row",
          "Wie werden die Reihen gezählt?",
          "who counts what is left after the last cart",
          "sıralar nasıl taşınıyor",
          "how do zeppelins land");

  private static final List<Fault> FAULTS =
      Fault.usualAnd(
          new Fault.Status(401, "invalid_api_key", "wrong key", Optional.empty()),
          new Fault.Status(400, "x", "tools are not supported", Optional.empty()));

  private final OpenWiki wiki = TestWiki.warehouse();
  private final TokenCounter counter = new TokenCounter();
  private final AtomicInteger injected = new AtomicInteger();

  @Test
  void everyAnswerEndsInADefinedStateAndWhatWasShownStandsOrIsStruck() {
    askUntil(40);
  }

  @Test
  @Tag("long")
  void twoThousandFaultsDoTheSame() {
    askUntil(2_000);
  }

  private void askUntil(int faultCount) {
    Map<State, Integer> states = new EnumMap<>(State.class);
    int provider = 0;
    for (Provider format :
        List.of(
            Provider.OPENAI_COMPATIBLE, Provider.ANTHROPIC, Provider.GEMINI, Provider.BEDROCK)) {
      provider++;
      try (ScriptedModelServer server =
          new ScriptedModelServer(misbehaving(), Speed.fast(), SEED + provider)) {
        Random random = new Random(SEED + provider);
        while (injected.get() < faultCount / 4 * provider) {
          oneBudget(server, format, random, states);
        }
      }
    }
    assertThat(injected.get()).isGreaterThanOrEqualTo(faultCount);
    assertThat(states).containsKeys(State.ANSWERED, State.PARTIAL, State.COMPOSED, State.NOT_FOUND);
  }

  /** Some questions that spend from one budget, until it or they are used up. */
  private void oneBudget(
      ScriptedModelServer server, Provider format, Random random, Map<State, Integer> states) {
    List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    BudgetedLedger ledger =
        new BudgetedLedger(new Budget(Optional.empty(), Optional.of(BUDGET)), entries::add);
    Optional<Adviser> adviser = Optional.of(adviser(server, format, ledger));
    for (int question = 0; question < QUESTIONS_PER_BUDGET; question++) {
      states.merge(ask(adviser, random), 1, Integer::sum);
    }
    long largest = entries.stream().mapToLong(entry -> entry.usage().tokens()).max().orElse(0);
    assertThat(ledger.spent().tokens()).isLessThanOrEqualTo(BUDGET + largest);
  }

  private Adviser adviser(ScriptedModelServer server, Provider format, BudgetedLedger ledger) {
    ModelSettings settings =
        new ModelSettings(
            server.endpoint(format, "sk-test-0123456789abcdef"),
            "test-model",
            "test-model",
            Optional.empty(),
            Optional.empty(),
            new RateLimits(0, 0, 8),
            Duration.ofMillis(500),
            Duration.ofSeconds(60),
            List.of("test-model 32000 4000 1 0 1 0.1 1 4"));
    Models models =
        new Models(
            settings, server.guard(), ReplyCache.none(), counter, new ManualTime(SEED).timing());
    return new Adviser(
        models.gate(ledger, RetryPolicy.brief()), counter::count, AskSettings.standard());
  }

  /** Honest at heart: reads, looks, answers; every second reply goes wrong in some way. */
  private Script misbehaving() {
    PageWriter writer = new PageWriter();
    Script honest =
        (prompt, random) -> {
          if (prompt.system().contains("Its code is found by words")) {
            return ScriptedReply.text(
                "{\"standalone\":\"how are rows counted\",\"words\":\"count row left cart\"}");
          }
          boolean looks = !prompt.tools().isEmpty() && random.nextInt(3) > 0;
          return looks ? look(prompt, random) : writer.reply(prompt, random);
        };
    Script wrong = Misbehaviour.anything(honest, FAULTS);
    return (prompt, random) -> {
      if (random.nextInt(2) == 0) {
        return honest.reply(prompt, random);
      }
      injected.incrementAndGet();
      return wrong.reply(prompt, random);
    };
  }

  private static ScriptedReply look(ReceivedPrompt prompt, Random random) {
    String name = prompt.tools().get(random.nextInt(prompt.tools().size()));
    return ScriptedReply.calls(
        new ScriptedReply.Call(
            name,
            random.nextInt(4) == 0
                ? "{\"query\":"
                : "{\"query\":\"rows\",\"name\":\"CartsD.count3\",\"path\":\"GoodsA.java\","
                    + "\"startLine\":1,\"endLine\":20}"));
  }

  private State ask(Optional<Adviser> adviser, Random random) {
    String question = QUESTIONS.get(random.nextInt(QUESTIONS.size()));
    Conversation before = Conversation.begin();
    for (int i = random.nextInt(3) == 0 ? random.nextInt(12) : 0; i > 0; i--) {
      before = before.with(turn());
    }
    Screen screen = new Screen();

    Answered answered =
        new Asker(wiki, adviser)
            .ask(new AskRequest(question, random.nextBoolean(), before), screen)
            .answered();

    assertThat(screen.lines).as("seed %d: %s", SEED, answered).isEqualTo(answered.lines());
    for (Line line : answered.lines()) {
      line.sentence().evidence().forEach(this::resolves);
      if (line.standing() == Standing.VERIFIED) {
        assertThat(line.sentence().evidence()).isNotEmpty();
      }
      if (line.standing() != Standing.STRUCK) {
        assertThat(line.text()).doesNotContain("Unheard").doesNotContain("no/such");
      }
    }
    boolean any = answered.lines().stream().anyMatch(l -> l.standing() == Standing.VERIFIED);
    assertThat(any).isEqualTo(answered.isFound());
    return answered.state();
  }

  private void resolves(Evidence place) {
    assertThat(wiki.texts().text(place.path()).orElseThrow().lineCount())
        .isGreaterThanOrEqualTo(place.endLine());
  }

  private static Turn turn() {
    return new Turn(
        Instant.EPOCH,
        "what is a cart",
        "what is a cart",
        "A cart fetches goods from a shelf. ".repeat(30),
        List.of(),
        "answered",
        "",
        "test-model",
        9);
  }

  /** What somebody sees who only ever reads. */
  private static final class Screen implements AskListener {
    private final List<Line> lines = new ArrayList<>();

    @Override
    public void found(List<SearchHit> hits) {}

    @Override
    public void looked(String what) {}

    @Override
    public void said(Line line) {
      lines.add(line);
    }

    @Override
    public void struck(Line line) {
      for (int i = 0; i < lines.size(); i++) {
        boolean same = lines.get(i).sentence().equals(line.sentence());
        if (same && lines.get(i).standing() != Standing.STRUCK) {
          lines.set(i, line);
          return;
        }
      }
      throw new AssertionError("struck what was never said: " + line);
    }
  }
}
