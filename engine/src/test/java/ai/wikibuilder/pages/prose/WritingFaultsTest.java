package ai.wikibuilder.pages.prose;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.ManualTime;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.Fault;
import ai.wikibuilder.models.scripted.Misbehaviour;
import ai.wikibuilder.models.scripted.PageWriter;
import ai.wikibuilder.models.scripted.Script;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.Speed;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.Finding;
import ai.wikibuilder.pages.Page;
import ai.wikibuilder.pages.Wiki;
import ai.wikibuilder.pages.claims.ClaimChecker;
import ai.wikibuilder.pages.claims.Ground;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whole wikis written by models at providers that misbehave at random, in all four formats. */
class WritingFaultsTest {
  private static final long SEED = 20_261_127;

  /** Tokens that some wikis may take: less than one needs, so that some are capped. */
  private static final long SMALL_BUDGET = 9_000;

  private static final List<Fault> FAULTS =
      Fault.usualAnd(
          new Fault.Redirect("http://127.0.0.1:9/elsewhere"),
          new Fault.Status(400, "x", "maximum context length", Optional.empty()));

  private final Composition composition = Warehouse.composition(Warehouse.repository());
  private final Wiki composed = Warehouse.composed(composition);
  private final TokenCounter counter = new TokenCounter();
  private final AtomicInteger injected = new AtomicInteger();

  private static final ProseListener SILENT =
      new ProseListener() {
        @Override
        public void wrote(int pageCount, int pageTotal) {}

        @Override
        public void noted(String sentence) {}
      };

  @Test
  void everyWikiEndsInADefinedStateWithEveryPageAndNoPageIsEmpty() {
    writeUntil(120);
  }

  @Test
  @Tag("long")
  void fiveThousandFaultsDoTheSame() {
    writeUntil(5_000);
  }

  private void writeUntil(int faultCount) {
    Map<ProseResult.State, Integer> states = new EnumMap<>(ProseResult.State.class);
    int provider = 0;
    int wikis = 0;
    for (Provider format :
        List.of(
            Provider.OPENAI_COMPATIBLE, Provider.ANTHROPIC, Provider.GEMINI, Provider.BEDROCK)) {
      provider++;
      while (injected.get() < faultCount / 4 * provider) {
        wikis++;
        states.merge(writeOne(format, SEED + wikis), 1, Integer::sum);
      }
    }
    assertThat(injected.get()).isGreaterThanOrEqualTo(faultCount);
    assertThat(states)
        .as("%d faults in %d wikis", injected.get(), wikis)
        .containsKeys(ProseResult.State.DONE, ProseResult.State.CAPPED);
  }

  private ProseResult.State writeOne(Provider format, long seed) {
    Random random = new Random(seed);
    // from a provider that seldom fails to one that always does
    double share = random.nextDouble();
    boolean capped = random.nextInt(4) == 0;
    Budget budget =
        capped ? new Budget(Optional.empty(), Optional.of(SMALL_BUDGET)) : Budget.unlimited();
    List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    BudgetedLedger ledger = new BudgetedLedger(budget, entries::add);
    try (ScriptedModelServer server =
        new ScriptedModelServer(misbehaving(share), Speed.fast(), seed)) {
      ProseResult result =
          new ProseWriter(
                  model(server, format, ledger),
                  counter::count,
                  WrittenTexts.none(),
                  ProseSettings.standard(PageLanguage.EN))
              .write(composed, composition, SILENT);

      isWhole(result, seed);
      if (capped) {
        long largest = entries.stream().mapToLong(one -> one.usage().tokens()).max().orElse(0);
        assertThat(ledger.spent().tokens()).isLessThanOrEqualTo(SMALL_BUDGET + largest);
      }
      return result.state();
    }
  }

  private void isWhole(ProseResult result, long seed) {
    Wiki wiki = result.wiki();
    assertThat(wiki.pages().stream().map(Page::slug))
        .as("seed %d", seed)
        .isEqualTo(composed.pages().stream().map(Page::slug).toList());
    assertThat(wiki.pages()).as("seed %d", seed).noneMatch(page -> page.sections().isEmpty());
    int known = wiki.authorship().pageCount() + wiki.authorship().degraded().size();
    assertThat(known).as("seed %d: each is by the model or says why not", seed).isPositive();
    if (result.state() != ProseResult.State.DONE) {
      assertThat(result.note()).as("seed %d", seed).isNotBlank();
    }
    Ground ground = new Ground(composition.reader(), composition.graph(), composition.plan());
    List<Finding> findings = new ClaimChecker(ground).check(wiki).findings();
    assertThat(findings).as("seed %d", seed).isEmpty();
  }

  private ChatModel model(ScriptedModelServer server, Provider format, BudgetedLedger ledger) {
    ModelSettings settings =
        new ModelSettings(
            server.endpoint(format, "sk-test-0123456789abcdef"),
            "test-model",
            "test-model",
            Optional.empty(),
            Optional.empty(),
            new RateLimits(0, 0, 4),
            Duration.ofMillis(400),
            Duration.ofSeconds(60),
            List.of("test-model 64000 8000 1 0 1 0.1 1 4"));
    return new Models(
            settings, server.guard(), ReplyCache.none(), counter, new ManualTime(SEED).timing())
        .gate(ledger);
  }

  private Script misbehaving(double share) {
    Script honest = new PageWriter();
    Script wrong = Misbehaviour.anything(honest, FAULTS);
    return (prompt, random) -> {
      if (random.nextDouble() >= share) {
        return honest.reply(prompt, random);
      }
      injected.incrementAndGet();
      return wrong.reply(prompt, random);
    };
  }
}
