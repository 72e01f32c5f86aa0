package ai.wikibuilder.server.engine;

import ai.wikibuilder.builds.BuildSettings;
import ai.wikibuilder.chunks.ChunkLimits;
import ai.wikibuilder.facts.FactsSettings;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.ledger.Budget;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.site.SiteSettings;
import ai.wikibuilder.source.SourceLimits;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How the engine is used. Immutable.
 *
 * @param outbound how git hosts and models are reached
 * @param limits what one repository may cost at most; a plan may allow less
 * @param build how files are read and wikis are written
 * @param models the central ones; empty when pages are composed and questions answered without
 * @param budget most that one build may have a model use, where nothing else is said
 * @param caches folder of what may be lost at any time, one folder for each tenant
 * @param replyBytesMax replies of models that are kept for builds to come
 */
public record EngineSettings(
    OutboundSettings outbound,
    SourceLimits limits,
    BuildSettings build,
    Optional<ModelSettings> models,
    Budget budget,
    Path caches,
    long replyBytesMax) {
  /** Replies of some thousand pages. */
  private static final long REPLY_BYTES_MAX = 256L << 20;

  /** Public hosts alone, no model, everything else as by default. */
  public static EngineSettings standard(Path dataFolder) {
    return new EngineSettings(
        OutboundSettings.strict(),
        SourceLimits.forCommandLine(),
        new BuildSettings(
            FactsSettings.defaults(dataFolder.resolve("natives")),
            ChunkLimits.defaults(),
            SiteSettings.standard()),
        Optional.empty(),
        Budget.unlimited(),
        dataFolder.resolve("cache"),
        REPLY_BYTES_MAX);
  }

  /** The same, reaching the outside in another way. */
  public EngineSettings reaching(OutboundSettings other) {
    return new EngineSettings(other, limits, build, models, budget, caches, replyBytesMax);
  }

  /** The same with other central models. */
  public EngineSettings asking(Optional<ModelSettings> other) {
    return new EngineSettings(outbound, limits, build, other, budget, caches, replyBytesMax);
  }
}
