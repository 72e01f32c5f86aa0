package ai.wikibuilder.models.facts;

import ai.wikibuilder.models.Money;
import java.util.Optional;

/**
 * The prices of a model; some charge more for every token when the prompt is long. Immutable.
 *
 * @param longAbove prompts above so many tokens cost {@code beyond}
 * @param beyond empty when all prompts cost the same
 */
public record PriceList(Prices usual, int longAbove, Optional<Prices> beyond) {
  /** One's own machine. */
  public static final PriceList FREE = of(Prices.FREE);

  public static PriceList of(Prices prices) {
    return new PriceList(prices, Integer.MAX_VALUE, Optional.empty());
  }

  private Prices forPrompt(long tokensIn) {
    return tokensIn > longAbove ? beyond.orElse(usual) : usual;
  }

  /** The most a call can cost: nothing of the prompt was kept, the reply as long as allowed. */
  public Money most(long tokensIn, long tokensOut) {
    return forPrompt(tokensIn).most(tokensIn, tokensOut);
  }

  /**
   * Whether a beginning of prompts is cheaper kept than sent anew each time.
   *
   * @param laterReads how many later prompts are expected to share it
   */
  public boolean keepingPays(double laterReads) {
    return usual.keepingPays(laterReads);
  }

  /** The cost of what was really used. */
  public Money of(TokenUse use) {
    return forPrompt(use.in()).of(use);
  }
}
