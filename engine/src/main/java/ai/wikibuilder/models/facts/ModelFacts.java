package ai.wikibuilder.models.facts;

import java.util.Optional;

/**
 * What is known of one model. Immutable.
 *
 * @param contextTokens prompt and reply together, in the model's own tokens
 * @param outputTokensMax longest reply, thoughts included; 0 for an embedding model
 * @param tokenFactor the model's own tokens for one of {@code TokenCounter}'s, on the safe side; 1
 *     where both use the same vocabulary
 * @param thoughtTokens what it may think before it writes, on top of the reply; 0 when it does not
 * @param prices empty when they are not known
 * @param dimension length of its vectors; empty for a language model
 */
public record ModelFacts(
    int contextTokens,
    int outputTokensMax,
    double tokenFactor,
    int thoughtTokens,
    Optional<PriceList> prices,
    Optional<Integer> dimension) {
  public ModelFacts {
    if (contextTokens < 1 || outputTokensMax < 0 || tokenFactor < 1 || thoughtTokens < 0) {
      throw new IllegalArgumentException(
          "impossible facts: context %d, output %d, factor %s, thoughts %d"
              .formatted(contextTokens, outputTokensMax, tokenFactor, thoughtTokens));
    }
  }

  /** Tokens of the model for tokens counted here, rounded up. */
  public int ownTokens(int counted) {
    return (int) Math.min(Integer.MAX_VALUE, Math.ceil(counted * tokenFactor));
  }

  /** The limit to send for such a reply: with room for thoughts, and no more than the model can. */
  public int sentOutputMax(int replyTokens) {
    long wanted = (long) replyTokens + thoughtTokens;
    return (int) (outputTokensMax == 0 ? wanted : Math.min(wanted, outputTokensMax));
  }

  /** How many tokens counted here a prompt may have beside such a reply; 0 or less: none. */
  public int promptTokensMax(int replyTokens) {
    return (int) Math.floor((contextTokens - sentOutputMax(replyTokens)) / tokenFactor);
  }

  /** The least context, in the model's own tokens, that holds a prompt and its reply. */
  public int contextTokensFor(PromptSize size) {
    return (int)
        Math.min(
            Integer.MAX_VALUE,
            (long) ownTokens(size.promptTokens()) + sentOutputMax(size.replyTokens()));
  }

  public ModelFacts withPrices(PriceList other) {
    return new ModelFacts(
        contextTokens, outputTokensMax, tokenFactor, thoughtTokens, Optional.of(other), dimension);
  }

  public ModelFacts withContext(int tokens) {
    return new ModelFacts(
        tokens, Math.min(outputTokensMax, tokens), tokenFactor, thoughtTokens, prices, dimension);
  }
}
