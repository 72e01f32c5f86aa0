package ai.wikibuilder.benchmarks.quotes;

import ai.wikibuilder.benchmarks.Benchmarks;
import ai.wikibuilder.builds.BuildListener;
import ai.wikibuilder.builds.BuildReport;
import ai.wikibuilder.builds.BuildRequest;
import ai.wikibuilder.builds.BuildSettings;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.builds.stored.StoredGraph;
import ai.wikibuilder.builds.stored.StoredTexts;
import ai.wikibuilder.builds.stored.WikiQuote;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.builds.writing.Authoring;
import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.graph.CodeGraph;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.facts.ModelFacts;
import ai.wikibuilder.models.facts.PriceList;
import ai.wikibuilder.models.facts.TokenUse;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerEntry;
import ai.wikibuilder.models.scripted.ReceivedPrompt;
import ai.wikibuilder.models.scripted.ScriptedModelServer;
import ai.wikibuilder.models.scripted.Speed;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.pages.Composition;
import ai.wikibuilder.pages.prose.PageLanguage;
import ai.wikibuilder.pages.prose.ProseQuote;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.plan.Planner;
import ai.wikibuilder.plan.WikiPlan;
import ai.wikibuilder.plan.steering.SteeringReader;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.SourceRequest;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Quotes the wiki of each repository, has it written once for each seed by a model of uncertain
 * habits at a scripted server, and sets what it cost beside the quote. Only what a model does is
 * done anew for each seed; graph and composed pages are the same.
 */
public final class QuoteBenchmark {
  private static final int SEED_COUNT = 10;
  private static final long SEED = 20_261_126;

  /** One of the catalogue that does not think before it writes; what is quoted is what is sent. */
  private static final String MODEL = "gpt-4.1";

  private final Path scratch;
  private final TokenCounter counter = new TokenCounter();

  private QuoteBenchmark(Path scratch) {
    this.scratch = scratch;
  }

  /** Arguments: the project's folder, then folders with git. */
  public static void main(String[] arguments) throws IOException {
    Path root = Path.of(arguments[0]);
    Path scratch = Files.createTempDirectory("quotes");
    QuotesDocument document = new QuotesDocument();
    try {
      QuoteBenchmark benchmark = new QuoteBenchmark(scratch);
      for (String folder : List.of(arguments).subList(1, arguments.length)) {
        document.add(benchmark.measure(Path.of(folder)));
        System.out.println(document.lastRow());
      }
    } finally {
      Benchmarks.delete(scratch);
    }
    document.write(root);
  }

  private QuotedWiki measure(Path folder) throws IOException {
    String name = name(folder);
    Path output = scratch.resolve("wiki-" + name);
    BuildReport built = build(folder, output);
    try (Generation generation = GenerationStore.existing(output).current().orElseThrow()) {
      Authoring.Composed composed = composed(generation, built);
      WikiQuote whole;
      Map<String, Double> byPage;
      PriceList prices;
      try (ScriptedModelServer nobody = server(0)) {
        Author.LanguageModel author = author(nobody, new ArrayList<>());
        prices = author.facts().strong().prices().orElseThrow();
        whole = WikiQuote.of(generation, new WrittenInMemory(), author);
        byPage =
            byPage(
                authoring(author, BuildListener.silent()).quote(composed), author.facts().strong());
      }
      List<SeededRun> runs = new ArrayList<>();
      for (int seed = 1; seed <= SEED_COUNT; seed++) {
        runs.add(run(composed, SEED + seed));
      }
      return new QuotedWiki(name, built.byteCount(), whole, byPage, prices, runs, alive(composed));
    } finally {
      Benchmarks.delete(output);
    }
  }

  /** A bare repository has the name of the folder it is in. */
  private static String name(Path folder) {
    String path = folder.toAbsolutePath().normalize().toString().replaceFirst("/repo$", "");
    return path.replaceFirst(".*[/+]", "");
  }

  private BuildReport build(Path folder, Path output) {
    OutboundGuard guard =
        new OutboundGuard(OutboundSettings.strict(), HostResolver.ofThisMachine());
    SnapshotSource source =
        new SnapshotSource(guard, SourceLimits.forCommandLine(), scratch.resolve("clones"));
    BuildSettings settings =
        new BuildSettings(
            FactsSettings.defaults(scratch.resolve("natives")),
            ChunkLimits.defaults(),
            SiteSettings.standard());
    SourceRequest request =
        new SourceRequest(
            new SourceRequest.Origin.Folder(folder, Optional.of(output)),
            Optional.empty(),
            "",
            List.of(),
            List.of());
    return new WikiBuild(source, settings)
        .build(
            new BuildRequest(request, output, true, false, new Author.Composer()),
            BuildListener.silent());
  }

  private static Authoring.Composed composed(Generation generation, BuildReport built) {
    CodeGraph graph = StoredGraph.of(generation);
    StoredTexts texts = StoredTexts.of(generation);
    WikiPlan plan = new Planner().plan(graph, SteeringReader.read(texts));
    return Authoring.Composed.of(
        new Composition(built.snapshot(), graph, plan, texts, Map.of(), built.maskedSecretCount()));
  }

  private SeededRun run(Authoring.Composed composed, long seed) {
    List<LedgerEntry> entries = new CopyOnWriteArrayList<>();
    try (ScriptedModelServer server = server(seed)) {
      long before = cpuNanos();
      Authoring.Authored authored =
          authoring(author(server, entries), BuildListener.silent()).write(composed);
      long spent = cpuNanos() - before;
      double cpuSeconds = (spent - scriptNanos(server.received(), seed)) / 1e9;
      int pages = authored.result().wiki().authorship().pageCount();
      PromptParts prompts = PromptParts.of(server.received(), counter::count);
      return new SeededRun(entries, pages, prompts, cpuSeconds);
    }
  }

  /** Once more, stopping to look at the heap. */
  private AliveHeap alive(Authoring.Composed composed) {
    AliveHeap heap = new AliveHeap();
    try (ScriptedModelServer server = server(SEED)) {
      authoring(author(server, new ArrayList<>()), heap).write(composed);
    }
    return heap;
  }

  /** Processor time of the script itself, found by asking it the same once more. */
  private long scriptNanos(List<ReceivedPrompt> prompts, long seed) {
    UncertainWriter again = new UncertainWriter(counter::count, seed);
    long before = cpuNanos();
    prompts.forEach(prompt -> again.reply(prompt, new Random(seed)));
    return cpuNanos() - before;
  }

  private static Authoring authoring(Author.LanguageModel author, BuildListener listener) {
    return new Authoring(author, new WrittenInMemory(), listener);
  }

  private static long cpuNanos() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private ScriptedModelServer server(long seed) {
    return new ScriptedModelServer(new UncertainWriter(counter::count, seed), Speed.fast(), seed);
  }

  private Author.LanguageModel author(ScriptedModelServer server, List<LedgerEntry> entries) {
    ModelSettings settings =
        new ModelSettings(
            server.endpoint(Provider.OPENAI_COMPATIBLE, "sk-benchmark"),
            MODEL,
            MODEL,
            Optional.empty(),
            Optional.empty(),
            new RateLimits(0, 0, 4),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            List.of());
    Models models = new Models(settings, server.guard(), ReplyCache.none(), counter, Timing.real());
    return new Author.LanguageModel(
        MODEL,
        models.gate(new BudgetedLedger(Budget.unlimited(), entries::add)),
        new Author.Facts(models.facts(Tier.CHEAP), models.facts(Tier.STRONG)),
        counter::count,
        ProseSettings.standard(PageLanguage.EN));
  }

  private static Map<String, Double> byPage(ProseQuote quote, ModelFacts facts) {
    PriceList prices = facts.prices().orElseThrow();
    Map<String, Double> costs = new HashMap<>();
    for (ProseQuote.Expected call : quote.calls()) {
      TokenUse use =
          new TokenUse(
              facts.ownTokens((int) call.tokensIn()),
              facts.ownTokens((int) call.tokensCached()),
              facts.ownTokens((int) call.tokensWritten()),
              facts.ownTokens((int) call.tokensOut()));
      costs.merge(call.subject(), prices.of(use).dollars().doubleValue(), Double::sum);
    }
    return costs;
  }
}
