package ai.wikibuilder.models.ledger;

import ai.wikibuilder.models.Money;
import ai.wikibuilder.models.Usage;

/**
 * Sums of a ledger. Immutable.
 *
 * @param calls settled reservations: tries that failed and replies from the cache too
 * @param cost of the calls whose cost is known
 * @param callsOfUnknownCost calls of models whose prices are not known
 */
public record Spent(
    long calls,
    long tokensIn,
    long tokensCached,
    long tokensOut,
    Money cost,
    long callsOfUnknownCost) {
  public static Spent nothing() {
    return new Spent(0, 0, 0, 0, Money.ZERO, 0);
  }

  /** With one more call. */
  public Spent plus(Usage usage) {
    return new Spent(
        calls + 1,
        tokensIn + usage.tokensIn(),
        tokensCached + usage.tokensCached(),
        tokensOut + usage.tokensOut(),
        usage.cost().map(cost::plus).orElse(cost),
        callsOfUnknownCost + (usage.cost().isPresent() ? 0 : 1));
  }

  /** In and out together. */
  public long tokens() {
    return tokensIn + tokensOut;
  }
}
