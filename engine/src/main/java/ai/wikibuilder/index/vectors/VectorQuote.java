package ai.wikibuilder.index.vectors;

import ai.wikibuilder.models.Money;
import java.util.Optional;

/**
 * What having vectors made would take. Immutable.
 *
 * @param chunkCount chunks without a vector
 * @param tokens of their texts, in the model's own
 * @param cost empty when the price of the model is not known
 */
public record VectorQuote(int chunkCount, long tokens, Optional<Money> cost) {
  /** Nothing, since nobody makes vectors. */
  public static VectorQuote nothing() {
    return new VectorQuote(0, 0, Optional.of(Money.ZERO));
  }
}
