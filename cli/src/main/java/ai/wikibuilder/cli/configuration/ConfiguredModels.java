package ai.wikibuilder.cli.configuration;

import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.models.endpoints.Endpoint;
import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.models.gate.RateLimits;
import ai.wikibuilder.models.ledger.Budget;
import java.util.Optional;

/** What the configuration says of models. Immutable. */
public final class ConfiguredModels {
  private final Configuration configuration;

  public ConfiguredModels(Configuration configuration) {
    this.configuration = configuration;
  }

  /**
   * The models; empty when no provider is named.
   *
   * @throws UsageException naming everything that is missing
   */
  public Optional<ModelSettings> settings() {
    return configuration.optional(Setting.MODEL_PROVIDER).map(this::settings);
  }

  private ModelSettings settings(String provider) {
    Endpoint endpoint =
        endpoint(provider, Setting.MODEL_BASE_URL, configuration.optional(Setting.MODEL_API_KEY));
    String strong =
        configuration
            .optional(Setting.MODEL_STRONG)
            .orElseGet(() -> configuration.text(Setting.MODEL_CHEAP));
    try {
      return new ModelSettings(
          endpoint,
          configuration.optional(Setting.MODEL_CHEAP).orElse(strong),
          strong,
          configuration.optional(Setting.MODEL_FALLBACK),
          embedding(endpoint),
          rates(),
          configuration.duration(Setting.MODEL_SILENCE),
          configuration.duration(Setting.MODEL_REPLY_TIME),
          configuration.list(Setting.MODEL_FACTS));
    } catch (IllegalArgumentException e) {
      throw new UsageException("the models cannot be used as configured:\n  " + e.getMessage());
    }
  }

  private Endpoint endpoint(String named, Setting address, Optional<String> key) {
    Provider provider = Provider.ofKey(named).orElseThrow(); // checked when it was read
    String usual = provider.baseUrl().orElse("");
    return new Endpoint(provider, configuration.optional(address).orElse(usual), key);
  }

  /** The key of the chat goes to the embedding model only where both are at the same provider. */
  private Optional<ModelSettings.Embedding> embedding(Endpoint chat) {
    Optional<String> other = configuration.optional(Setting.MODEL_EMBEDDING_PROVIDER);
    Optional<String> address = configuration.optional(Setting.MODEL_EMBEDDING_BASE_URL);
    Optional<String> key = configuration.optional(Setting.MODEL_EMBEDDING_API_KEY);
    boolean same = other.isEmpty() && address.isEmpty();
    return configuration
        .optional(Setting.MODEL_EMBEDDING_MODEL)
        .map(model ->
            new ModelSettings.Embedding(
                same && key.isEmpty()
                    ? chat
                    : endpoint(
                        other.orElse(chat.provider().key()), Setting.MODEL_EMBEDDING_BASE_URL, key),
                model));
  }

  private RateLimits rates() {
    return new RateLimits(
        (int) configuration.count(Setting.MODEL_REQUESTS_PER_MINUTE),
        (int) configuration.count(Setting.MODEL_TOKENS_PER_MINUTE),
        (int) Math.max(1, configuration.count(Setting.MODEL_CALLS_AT_ONCE)));
  }

  /** What one build or question may spend. */
  public Budget budget() {
    return configuration
        .optional(Setting.MODEL_BUDGET)
        .flatMap(Budget::parse)
        .orElseGet(Budget::unlimited);
  }
}
