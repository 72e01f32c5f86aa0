package ai.wikibuilder.models;

import java.util.Optional;

/**
 * What one call used, as the provider says, or as counted here where it does not. Immutable.
 *
 * @param tokensIn all tokens of the prompt, kept ones too
 * @param tokensCached those of them that the provider had kept and charges less for
 * @param tokensWritten those of them that the provider keeps from now on, at a price of its own
 * @param tokensOut all tokens it wrote, thoughts too
 * @param cost empty when the model's prices are not known
 */
public record Usage(
    int tokensIn, int tokensCached, int tokensWritten, int tokensOut, Optional<Money> cost) {
  public Usage {
    if (tokensIn < 0 || tokensCached < 0 || tokensWritten < 0 || tokensOut < 0) {
      throw new IllegalArgumentException(
          "tokens cannot be negative, got %d, %d, %d, %d"
              .formatted(tokensIn, tokensCached, tokensWritten, tokensOut));
    }
  }

  /** Of a call whose prompt the provider does not keep at a price. */
  public Usage(int tokensIn, int tokensCached, int tokensOut, Optional<Money> cost) {
    this(tokensIn, tokensCached, 0, tokensOut, cost);
  }

  /** Nothing used: a reply from the cache. */
  public static Usage none() {
    return new Usage(0, 0, 0, Optional.of(Money.ZERO));
  }

  /** In and out together: what a budget in tokens counts. */
  public long tokens() {
    return (long) tokensIn + tokensOut;
  }

  /** Both together; the cost is known only when both are. */
  public Usage plus(Usage other) {
    return new Usage(
        Math.addExact(tokensIn, other.tokensIn),
        Math.addExact(tokensCached, other.tokensCached),
        Math.addExact(tokensWritten, other.tokensWritten),
        Math.addExact(tokensOut, other.tokensOut),
        cost.flatMap(mine -> other.cost.map(mine::plus)));
  }
}
