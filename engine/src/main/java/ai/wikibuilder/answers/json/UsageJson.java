package ai.wikibuilder.answers.json;

import ai.wikibuilder.models.Usage;
import org.jspecify.annotations.Nullable;

/**
 * What a model used.
 *
 * @param model that answered, {@code none} when none did; null where several may have
 * @param tokens in and out together
 * @param usd US dollars; null where the price of the model is not known
 */
public record UsageJson(
    @Nullable String model,
    long tokens,
    long tokensIn,
    long tokensCached,
    long tokensOut,
    @Nullable Double usd) {
  /** What all models used together. */
  public static UsageJson of(Usage usage) {
    return of(null, usage);
  }

  /** The usage of one model. */
  public static UsageJson of(@Nullable String model, Usage usage) {
    return new UsageJson(
        model,
        usage.tokens(),
        usage.tokensIn(),
        usage.tokensCached(),
        usage.tokensOut(),
        usage.cost().map(cost -> cost.dollars().doubleValue()).orElse(null));
  }
}
