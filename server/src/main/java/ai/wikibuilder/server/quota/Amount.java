package ai.wikibuilder.server.quota;

/**
 * What models cost.
 *
 * @param microDollars millionths of a dollar
 */
public record Amount(long tokens, long microDollars) {
  public Amount {
    if (tokens < 0 || microDollars < 0) {
      throw new IllegalArgumentException("an amount is never negative");
    }
  }

  Amount plus(Amount more) {
    return new Amount(tokens + more.tokens, microDollars + more.microDollars);
  }

  /** What is left of this when that much is taken off; never below zero. */
  Amount less(Amount taken) {
    return new Amount(
        Math.max(0, tokens - taken.tokens), Math.max(0, microDollars - taken.microDollars));
  }

  /** The smaller of each. */
  public Amount atMost(Amount other) {
    return new Amount(Math.min(tokens, other.tokens), Math.min(microDollars, other.microDollars));
  }
}
