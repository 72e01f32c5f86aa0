package ai.wikibuilder.server.jobs.writing;

import ai.wikibuilder.models.ChatReply;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.access.Models;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.gate.ReplyCache;
import ai.wikibuilder.models.gate.ReplyFiles;
import ai.wikibuilder.models.gate.Timing;
import ai.wikibuilder.models.tokens.TokenCounter;
import ai.wikibuilder.outbound.OutboundGuard;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.jobs.BuildException;
import ai.wikibuilder.server.keys.ModelKey;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The models a tenant may ask: with the key of whoever asks where there is one, else with the
 * central one. Replies are kept for each tenant apart. Threads may share it.
 */
final class TenantModels {
  private final EngineSettings engine;
  private final OutboundGuard guard;
  private final ModelKeys keys;
  private final Path replies;
  private final TokenCounter counter = new TokenCounter();
  private @Nullable Models central;

  /**
   * @param replies folder for what models said, one for each tenant below it
   */
  TenantModels(EngineSettings engine, OutboundGuard guard, ModelKeys keys, Path replies) {
    this.engine = engine;
    this.guard = guard;
    this.keys = keys;
    this.replies = replies;
  }

  /**
   * Models, and whose key is used.
   *
   * @param name of the one that writes
   * @param isCentral whether calls count against the plan
   */
  record Access(Models models, String name, boolean isCentral) {}

  /**
   * The models for one user of a tenant.
   *
   * @param isAfresh whether kept replies are passed over, because the same answer is not wanted
   * @throws BuildException NO_MODEL
   */
  Access of(TenantId tenant, UserId user, boolean isAfresh) {
    ModelSettings settings =
        engine
            .models()
            .orElseThrow(() ->
                new BuildException(
                    BuildException.Kind.NO_MODEL,
                    "No model is configured on this installation. Ask for writer composed, or its operator for a model."));
    ReplyFiles kept = new ReplyFiles(replies.resolve(tenant.toString()), engine.replyBytesMax());
    ReplyCache cache = isAfresh ? keepingOnly(kept) : kept;
    Optional<ModelKey> own = keys.find(tenant, user);
    if (own.isEmpty()) {
      return new Access(central(settings).keeping(cache), settings.strong(), true);
    }
    if (own.get().provider() != settings.endpoint().provider()) {
      throw new BuildException(
          BuildException.Kind.NO_MODEL,
          "Your model key is for %s, and this installation names models of %s alone. Leave a key for that one, or none to use the central one."
              .formatted(own.get().provider().key(), settings.endpoint().provider().key()));
    }
    return new Access(own(settings, tenant, user).keeping(cache), settings.strong(), false);
  }

  /** Made once, because the rates of a key hold for all who use it. */
  private synchronized Models central(ModelSettings settings) {
    if (central == null) {
      central = models(settings);
    }
    return central;
  }

  private Models own(ModelSettings settings, TenantId tenant, UserId user) {
    Endpoint endpoint = settings.endpoint();
    return models(
        new ModelSettings(
            new Endpoint(endpoint.provider(), endpoint.baseUrl(), keys.open(tenant, user)),
            settings.cheap(),
            settings.strong(),
            settings.fallback(),
            Optional.empty(),
            settings.rates(),
            settings.silence(),
            settings.replyTime(),
            settings.facts()));
  }

  private Models models(ModelSettings settings) {
    return new Models(settings, guard, ReplyCache.none(), counter, Timing.real());
  }

  private static ReplyCache keepingOnly(ReplyFiles kept) {
    return new ReplyCache() {
      @Override
      public Optional<ChatReply> find(String key) {
        return Optional.empty();
      }

      @Override
      public void keep(String key, ChatReply reply) {
        kept.keep(key, reply);
      }
    };
  }
}
