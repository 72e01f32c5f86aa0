package ai.wikibuilder.models.facts;

import ai.wikibuilder.models.Money;

/**
 * What one token costs. Immutable.
 *
 * @param in a token of the prompt
 * @param cached a token of the prompt that the provider had kept
 * @param written a token of the prompt that the provider keeps from now on
 * @param out a token of the reply
 */
public record Prices(Money in, Money cached, Money written, Money out) {
  /** A model that runs on one's own machine. */
  public static final Prices FREE = new Prices(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO);

  /** The cost of a prompt nothing of which was kept, and its reply: the most a call can cost. */
  Money most(long tokensIn, long tokensOut) {
    Money dearest = in.compareTo(written) >= 0 ? in : written;
    return dearest.times(tokensIn).plus(out.times(tokensOut));
  }

  /** Whether what later reads save is more than what keeping costs. */
  boolean keepingPays(double laterReads) {
    double saved = laterReads * (in.nanos() - cached.nanos());
    return saved > written.nanos() - in.nanos();
  }

  /** The cost of what was really used. */
  Money of(TokenUse use) {
    long fresh = Math.max(0, use.in() - use.cached() - use.written());
    return in.times(fresh)
        .plus(cached.times(use.cached()))
        .plus(written.times(use.written()))
        .plus(out.times(use.out()));
  }
}
