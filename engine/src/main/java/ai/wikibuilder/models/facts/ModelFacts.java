package ai.wikibuilder.models.facts;

import java.util.Optional;

/**
 * What is known of one model. Immutable.
 *
 * @param contextTokens prompt and reply together, in the model's own tokens
 * @param outputTokensMax longest reply
 * @param tokenFactor the model's own tokens for one of {@code TokenCounter}'s, rounded up to be on
 *     the safe side; 1 where both use the same vocabulary
 * @param prices empty when they are not known
 * @param dimension length of its vectors; empty for a language model
 */
public record ModelFacts(
    int contextTokens,
    int outputTokensMax,
    double tokenFactor,
    Optional<Prices> prices,
    Optional<Integer> dimension) {
  public ModelFacts {
    if (contextTokens < 1 || outputTokensMax < 0 || tokenFactor < 1) {
      throw new IllegalArgumentException(
          "impossible facts: context %d, output %d, factor %s"
              .formatted(contextTokens, outputTokensMax, tokenFactor));
    }
  }

  /** Tokens of the model for tokens counted here, rounded up. */
  public int ownTokens(int counted) {
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(counted * tokenFactor));
  }

  /** How many tokens counted here a prompt may have beside such a reply; 0 or less: none. */
  public int promptTokensMax(int replyTokens) {
    return (int) Math.floor((contextTokens - Math.min(replyTokens, replyMax())) / tokenFactor);
  }

  private int replyMax() {
    return outputTokensMax == 0 ? contextTokens : outputTokensMax;
  }

  public ModelFacts withPrices(Prices other) {
    return new ModelFacts(
        contextTokens, outputTokensMax, tokenFactor, Optional.of(other), dimension);
  }
}
