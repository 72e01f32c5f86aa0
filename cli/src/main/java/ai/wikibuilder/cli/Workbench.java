package ai.wikibuilder.cli;

import ai.wikibuilder.builds.BuildSettings;
import ai.wikibuilder.builds.WikiBuild;
import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.ConfiguredModels;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.generations.Generation;
import ai.wikibuilder.generations.GenerationStore;
import ai.wikibuilder.models.BgeSmallEmbedder;
import ai.wikibuilder.models.CachedEmbedder;
import ai.wikibuilder.models.Embedder;
import ai.wikibuilder.models.VectorCache;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.gate.ReplyFiles;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.ledger.LedgerFile;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.HostResolver;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.outbound.ProxyAddress;
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
import org.jspecify.annotations.Nullable;

/** Puts the engine together as the configuration says; each part when it is asked for. */
final class Workbench {
  /** Vectors of some forty thousand passages: all that one person's questions touch in months. */
  private static final long VECTOR_CACHE_BYTES_MAX = 64L << 20;

  private static final Logger LUCENE_ADVICE =
      Logger.getLogger("org.apache.lucene.internal.vectorization");

  private final Configuration configuration;

  Workbench(Map<String, String> environment, Path home) {
    this.configuration = Configuration.read(environment, home);
    // Says at every start that a module could be added that gains nothing for what is done here.
    LUCENE_ADVICE.setLevel(Level.SEVERE);
  }

  Configuration configuration() {
    return configuration;
  }

  /** {@code cache}, {@code clones} and so on of the data folder, made when it is not there. */
  Path dataFolder(String name) {
    Path folder = configuration.path(Setting.DATA_DIR).resolve(name);
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UsageException(
          "cannot make %s: %s. AIWIKI_DATA_DIR names another place"
              .formatted(folder, e.getMessage()));
    }
  }

  Optional<String> gitToken() {
    return configuration.optional(Setting.GIT_TOKEN);
  }

  WikiBuild wikiBuild(List<String> allowedHosts) {
    SnapshotSource source =
        new SnapshotSource(guard(allowedHosts), sourceLimits(), dataFolder("clones"));
    return new WikiBuild(source, buildSettings());
  }

  ConfiguredModels configuredModels() {
    return new ConfiguredModels(configuration);
  }

  /** The models of the configuration; empty when it names none. */
  Optional<Models> models(List<String> allowedHosts) {
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
  LedgerFile ledgerFile() {
    return new LedgerFile(dataFolder("").resolve("ledger"));
  }

  private OutboundGuard guard(List<String> allowedHosts) {
    List<String> hosts = new ArrayList<>(configuration.list(Setting.ALLOWED_HOSTS));
    hosts.addAll(allowedHosts);
    return new OutboundGuard(
        new OutboundSettings(
            AllowedHosts.of(hosts),
            configuration.httpsProxy().map(ProxyAddress::parse),
            configuration.optional(Setting.CA_FILE).map(Path::of)),
        HostResolver.ofThisMachine());
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

  FactsSettings factsSettings() {
    int threads = (int) configuration.count(Setting.PARSER_THREADS);
    FactsSettings usual = FactsSettings.defaults(dataFolder("natives"));
    return new FactsSettings(
        usual.nativesFolder(),
        configuration.optional(Setting.PARSER_CORE).map(Path::of),
        threads == 0 ? usual.threadCount() : threads,
        usual.limits());
  }

  private BuildSettings buildSettings() {
    return new BuildSettings(
        factsSettings(),
        chunkLimits(),
        SiteSettings.standard().in(configuration.text(Setting.SITE_LANGUAGE)));
  }

  /** Neighbours are joined up to half of what one chunk may have, as by default. */
  private ChunkLimits chunkLimits() {
    int most = (int) Math.max(2, configuration.count(Setting.CHUNKS_TOKENS));
    return new ChunkLimits(most, most / 2);
  }

  /** The model that re-orders results, where the configuration allows one. */
  Optional<Embedder> embedder() {
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
  Generation generation(Path output) {
    return GenerationStore.existing(output)
        .current()
        .orElseThrow(() ->
            new UsageException(
                "no finished build in %s; make one with: aiwiki build <url or folder> --out %s"
                    .formatted(output, output)));
  }

  /** The wiki a command means: the one it names, else the last one that was built. */
  Path wikiFolder(@Nullable Path named) {
    return named != null
        ? named
        : lastWiki()
            .orElseThrow(() ->
                new UsageException(
                    "no wiki was built yet; build one (aiwiki build <url or folder>) or name one with --wiki"));
  }

  /** Remembers which wiki commands mean that name none. */
  void rememberLast(Path output) {
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
  Optional<Path> lastWiki() {
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
  static double secondsSinceStart() {
    // Not ProcessHandle's start: it is derived from the boot time, which is known to the second.
    long started = ManagementFactory.getRuntimeMXBean().getStartTime();
    return (System.currentTimeMillis() - started) / 1000.0;
  }
}
