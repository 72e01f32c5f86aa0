package ai.wikibuilder.server.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/** Numbers as pages show them. */
public final class Amounts {
  /** Digits behind the point of a dollar; single calls cost parts of a cent. */
  private static final int DIGITS = 4;

  private static final int MICRO_DIGITS = 6;

  private Amounts() {}

  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** Dollars; parts of a cent where there are any. */
  public static String dollars(long microDollars) {
    BigDecimal exact =
        BigDecimal.valueOf(microDollars, MICRO_DIGITS).setScale(DIGITS, RoundingMode.HALF_UP);
    boolean cents = exact.remainder(new BigDecimal("0.01")).signum() == 0;
    return "$" + String.format(Locale.ENGLISH, cents ? "%,.2f" : "%,.4f", exact);
  }
}
