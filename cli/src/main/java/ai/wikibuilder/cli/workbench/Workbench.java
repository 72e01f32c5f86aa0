package ai.wikibuilder.cli.workbench;

import ai.wikibuilder.answers.asking.Adviser;
import ai.wikibuilder.answers.asking.AskSettings;
import ai.wikibuilder.answers.conversations.ConversationStore;
import ai.wikibuilder.answers.research.ResearchStore;
import ai.wikibuilder.builds.BuildSettings;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.builds.stored.WikiReading;
import ai.wikibuilder.builds.writing.Author;
import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.ConfiguredModels;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.index.vectors.ConfiguredVectors;
import ai.wikibuilder.index.vectors.Meaning;
import ai.wikibuilder.index.vectors.VectorAuthor;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.ChatModel;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.Tier;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.gate.CallsUnderWay;
import ai.wikibuilder.models.gate.ReplyFiles;
import ai.wikibuilder.models.gate.RetryPolicy;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.models.ledger.BudgetedLedger;
import ai.wikibuilder.models.ledger.LedgerFile;
import ai.wikibuilder.models.ledger.LedgerStore;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.outbound.ProxyAddress;
import ai.wikibuilder.pages.prose.ProseSettings;
import ai.wikibuilder.pages.prose.ProseWriter;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.source.SourceLimits;
import ai.wikibuilder.source.snapshots.SnapshotSource;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Puts the engine together as the configuration says; each part when it is asked for. */
public final class Workbench {
  /** Vectors of some forty thousand passages: all that one person's questions touch in months. */
  private static final long VECTOR_CACHE_BYTES_MAX = 64L << 20;

  private static final Logger LUCENE_ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private final Configuration configuration;

  public Workbench(Map<String, String> environment, Path home) {
    this.configuration = Configuration.read(environment, home);
    // Says at every start that a module could be added that gains nothing for what is done here.
    LUCENE_ADVICE.setLevel(Level.SEVERE);
  }

  public Configuration configuration() {
    return configuration;
  }

  /** {@code cache}, {@code clones} and so on of the data folder, made when it is not there. */
  public Path dataFolder(String name) {
    Path folder = configuration.path(Setting.DATA_DIR).resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "cannot make %s: %s. AIWIKI_DATA_DIR names another place"
              .formatted(folder, e.getMessage()));
    }
  }

  public Optional<String> gitToken() {
    return configuration.optional(Setting.GIT_TOKEN);
  }

  public WikiBuild wikiBuild(List<String> allowedHosts) {
    SnapshotSource source =
        new SnapshotSource(guard(allowedHosts), sourceLimits(), dataFolder("clones"));
    return new WikiBuild(source, buildSettings());
  }

  public ConfiguredModels configuredModels() {
    return new ConfiguredModels(configuration);
  }

  /**
   * The configured model as the author of pages, which is looked at when there are pages to write.
   *
   * @param asked what may be spent; what the configuration says where nothing was asked
   */
  public AuthorAtWork author(ProseSettings settings, Budget asked, List<String> allowedHosts) {
    Models models = requiredModels(allowedHosts);
    Budget budget = asked.isUnlimited() ? configuredModels().budget() : asked;
    BudgetedLedger ledger = new BudgetedLedger(budget, ledgerFile());
    ChatModel model =
        models.examined(
            ledger, () -> ProseWriter.smallestPrompt(settings.language(), models.counter()::count));
    return new AuthorAtWork(
        author(models, model, settings),
        vectors(models, ledger).author(),
        ledger::spent,
        models.calls());
  }

  /** Nobody, and the embedding model where one is configured, for as much as that says. */
  public AuthorAtWork composer(List<String> allowedHosts) {
    BudgetedLedger ledger = new BudgetedLedger(configuredModels().budget(), ledgerFile());
    Optional<Models> models = embeddingModels(allowedHosts);
    return new AuthorAtWork(
        new Author.Composer(),
        models
            .map(embedding -> vectors(embedding, ledger).author())
            .orElseGet(VectorAuthor.Nobody::new),
        ledger::spent,
        models.map(Models::calls).orElseGet(CallsUnderWay::new));
  }

  /** Who would make vectors, and is never asked: for quotes. */
  public VectorAuthor quotedVectors(List<String> allowedHosts) {
    Budget nothing = new Budget(Optional.empty(), Optional.of(0L));
    return vectors(requiredModels(allowedHosts), new BudgetedLedger(nothing, LedgerStore.none()))
        .author();
  }

  private ConfiguredVectors vectors(Models models, BudgetedLedger ledger) {
    return new ConfiguredVectors(models, ledger, dataFolder("cache"));
  }

  /** The models of the configuration, where an embedding model is among them. */
  private Optional<Models> embeddingModels(List<String> allowedHosts) {
    return configuredModels().settings().flatMap(ModelSettings::embedding).isPresent()
        ? models(allowedHosts)
        : Optional.empty();
  }

  /**
   * A generation, opened for questions, which are compared with its vectors where an embedding
   * model is configured.
   *
   * @param noRerank whether the order is to be that of the words alone
   * @param modelHosts hosts that models may be asked at beside those of the configuration; empty
   *     when none may be asked
   */
  public WikiReading reading(
      Generation generation, boolean noRerank, Optional<List<String>> modelHosts) {
    if (noRerank) {
      return new WikiReading(generation, Optional.empty());
    }
    BudgetedLedger ledger = new BudgetedLedger(configuredModels().budget(), ledgerFile());
    Meaning meaning =
        modelHosts
            .flatMap(this::embeddingModels)
            .flatMap(models -> vectors(models, ledger).questions())
            .map(questions -> Meaning.open(generation.vectors(), questions))
            .orElseGet(Meaning::none);
    return new WikiReading(generation, embedder(), meaning);
  }

  /** The configured model as an author who is never asked: for quotes. */
  public Author.LanguageModel quotedAuthor(ProseSettings settings, List<String> allowedHosts) {
    Budget nothing = new Budget(Optional.empty(), Optional.of(0L));
    Models models = requiredModels(allowedHosts);
    return author(models, models.gate(new BudgetedLedger(nothing, LedgerStore.none())), settings);
  }

  private Author.LanguageModel author(Models models, ChatModel model, ProseSettings settings) {
    return new Author.LanguageModel(
        configuredModels().settings().map(ModelSettings::strong).orElseThrow(),
        model,
        new Author.Facts(models.facts(Tier.CHEAP), models.facts(Tier.STRONG)),
        models.counter()::count,
        settings);
  }

  /**
   * The configured model, to be asked by somebody who waits; empty when none is configured.
   *
   * @param asked what one question may spend; what the configuration says where nothing was asked
   */
  public Optional<Adviser> adviser(AskSettings settings, Budget asked, List<String> allowedHosts) {
    Budget budget = asked.isUnlimited() ? configuredModels().budget() : asked;
    return models(allowedHosts)
        .map(models ->
            new Adviser(
                models.gate(new BudgetedLedger(budget, ledgerFile()), RetryPolicy.brief()),
                models.counter()::count,
                settings));
  }

  private Models requiredModels(List<String> allowedHosts) {
    return models(allowedHosts)
        .orElseThrow(() ->
            new UsageException(
                "no model is configured; name one with AIWIKI_MODEL_PROVIDER, AIWIKI_MODEL_STRONG"
                    + " and AIWIKI_MODEL_API_KEY (docs/models.md has an example for each"
                    + " provider)"));
  }

  /** The models of the configuration; empty when it names none. */
  public Optional<Models> models(List<String> allowedHosts) {
    return configuredModels()
        .settings()
        .map(settings ->
            new Models(
                settings,
                guard(allowedHosts),
                new ReplyFiles(
                    dataFolder("cache").resolve("replies"),
                    configuration.size(Setting.MODEL_CACHE_SIZE)),
                new TokenCounter(),
                Timing.real()));
  }

  /** What every call of a model is written down in, for good. */
  public LedgerFile ledgerFile() {
    return new LedgerFile(dataFolder("").resolve("ledger"));
  }

  private OutboundGuard guard(List<String> allowedHosts) {
    List<String> hosts = new ArrayList<>(configuration.list(Setting.ALLOWED_HOSTS));
    hosts.addAll(allowedHosts);
    return new OutboundGuard(outbound(hosts), HostResolver.ofThisMachine());
  }

  private OutboundSettings outbound(List<String> hosts) {
    return new OutboundSettings(
        AllowedHosts.of(hosts),
        configuration.httpsProxy().map(ProxyAddress::parse),
        configuration.optional(Setting.CA_FILE).map(Path::of));
  }

  /** The same parts for a server, which puts them together for each of its tenants. */
  public EngineSettings engineSettings() {
    return new EngineSettings(
        outbound(configuration.list(Setting.ALLOWED_HOSTS)),
        sourceLimits(),
        buildSettings(),
        configuredModels().settings(),
        configuredModels().budget(),
        dataFolder("cache"),
        configuration.size(Setting.MODEL_CACHE_SIZE));
  }

  private SourceLimits sourceLimits() {
    return new SourceLimits(
        configuration.duration(Setting.LIMITS_FETCH_TIME),
        configuration.duration(Setting.LIMITS_SILENCE),
        configuration.size(Setting.LIMITS_PACK_SIZE),
        configuration.count(Setting.LIMITS_OBJECTS),
        configuration.count(Setting.LIMITS_TREE_ENTRIES),
        (int) configuration.count(Setting.LIMITS_TREE_DEPTH),
        configuration.size(Setting.LIMITS_FILE_SIZE),
        configuration.size(Setting.LIMITS_TEXT_SIZE));
  }

  public FactsSettings factsSettings() {
    int threads = (int) configuration.count(Setting.PARSER_THREADS);
    FactsSettings usual = FactsSettings.defaults(dataFolder("natives"));
    return new FactsSettings(
        usual.nativesFolder(),
        configuration.optional(Setting.PARSER_CORE).map(Path::of),
        threads == 0 ? usual.threadCount() : threads,
        usual.limits());
  }

  private BuildSettings buildSettings() {
    return new BuildSettings(factsSettings(), chunkLimits(), siteSettings());
  }

  /** How the site is written. */
  public SiteSettings siteSettings() {
    return SiteSettings.standard().in(configuration.text(Setting.SITE_LANGUAGE));
  }

  /** Neighbours are joined up to half of what one chunk may have, as by default. */
  private ChunkLimits chunkLimits() {
    int most = (int) Math.max(2, configuration.count(Setting.CHUNKS_TOKENS));
    return new ChunkLimits(most, most / 2);
  }

  /** The model that re-orders results, where the configuration allows one. */
  public Optional<Embedder> embedder() {
    if (!configuration.isOn(Setting.SEARCH_RERANK)) {
      return Optional.empty();
    }
    BgeSmallEmbedder embedder = new BgeSmallEmbedder();
    return Optional.of(
        new CachedEmbedder(
            embedder,
            new VectorCache(
                dataFolder("cache").resolve("vectors"),
                embedder.name(),
                embedder.dimension(),
                VECTOR_CACHE_BYTES_MAX)));
  }

  /** The current generation of an output folder. */
  public Generation generation(Path output) {
    return GenerationStore.existing(output)
        .current()
        .orElseThrow(() ->
            new UsageException(
                "no finished build in %s; make one with: aiwiki build <url or folder> --out %s"
                    .formatted(output, output)));
  }

  /** The conversations about the wiki in an output folder. */
  public ConversationStore conversations(Path output, RandomGenerator random) {
    return new ConversationStore(GenerationStore.existing(output).folder(), random);
  }

  /** The researches about the wiki in an output folder. */
  public ResearchStore researches(Path output, RandomGenerator random) {
    return new ResearchStore(GenerationStore.existing(output).folder(), random);
  }

  /** The wiki a command means: the one it names, else the last one that was built. */
  public Path wikiFolder(@Nullable Path named) {
    return named != null
        ? named
        : lastWiki()
            .orElseThrow(() ->
                new UsageException(
                    "no wiki was built yet; build one (aiwiki build <url or folder>) or name one"
                        + " with --wiki"));
  }

  /** Remembers which wiki commands mean that name none. */
  public void rememberLast(Path output) {
    Path last = dataFolder("").resolve("last");
    try {
      Path next = Files.createTempFile(last.getParent(), "last", "");
      Files.writeString(next, output + "\n");
      Files.move(next, last, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UsageException("cannot write %s: %s".formatted(last, e.getMessage()));
    }
  }

  /** The output folder of the last successful build. */
  public Optional<Path> lastWiki() {
    Path last = configuration.path(Setting.DATA_DIR).resolve("last");
    try {
      return Files.exists(last)
          ? Optional.of(Path.of(Files.readString(last).strip()))
          : Optional.empty();
    } catch (IOException e) {
      throw new UsageException("cannot read %s: %s".formatted(last, e.getMessage()));
    }
  }

  /** Wall clock since the process began, in seconds. */
  public static double secondsSinceStart() {
    // Not ProcessHandle's start: it is derived from the boot time, which is known to the second.
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1000.0;
  }
}
