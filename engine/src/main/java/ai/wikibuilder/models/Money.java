package ai.wikibuilder.models;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An amount of US dollars, to the billionth: a price of so many dollars a million tokens is a whole
 * number of these for one token. Immutable.
 *
 * @param nanos billionths of a dollar, not negative
 */
public record Money(long nanos) implements Comparable<Money> {
  /** Nothing. */
  public static final Money ZERO = new Money(0);

  private static final int DECIMALS = 9;

  public Money {
    if (nanos < 0) {
      throw new IllegalArgumentException("money cannot be negative, got " + nanos);
    }
  }

  /**
   * An amount in dollars; what is smaller than a billionth is rounded up.
   *
   * @throws ArithmeticException above nine billion
   */
  public static Money ofDollars(BigDecimal dollars) {
    return new Money(
        dollars.movePointRight(DECIMALS).setScale(0, RoundingMode.UP).longValueExact());
  }

  public Money plus(Money other) {
    return new Money(Math.addExact(nanos, other.nanos));
  }

  /** What is left; nothing when the other is more. */
  public Money minus(Money other) {
    return new Money(Math.max(0, nanos - other.nanos));
  }

  public Money times(long count) {
    return new Money(Math.multiplyExact(nanos, count));
  }

  public BigDecimal dollars() {
    return BigDecimal.valueOf(nanos, DECIMALS);
  }

  @Override
  public int compareTo(Money other) {
    return Long.compare(nanos, other.nanos);
  }

  /** For people: to the cent, or to the hundredth of a cent below ten cents. */
  @Override
  public String toString() {
    boolean small = nanos < 100_000_000;
    return String.format(Locale.ROOT, small ? "%.4f USD" : "%.2f USD", dollars());
  }
}
