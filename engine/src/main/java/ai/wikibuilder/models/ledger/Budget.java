package ai.wikibuilder.models.ledger;

import ai.wikibuilder.models.Money;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may be spent. Immutable. Both limits hold where both are set; nothing may be spent once one
 * is reached.
 *
 * @param tokens in and out together
 */
public record Budget(Optional<Money> money, Optional<Long> tokens) {
  private static final Pattern MONEY =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?) ?(?:usd|\\$)|\\$(\\d{1,9}(?:\\.\\d{1,9})?)");
  private static final Pattern TOKENS =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,3})?)([km]?)[- ]?tokens?");

  /** No limit. */
  public static Budget unlimited() {
    return new Budget(Optional.empty(), Optional.empty());
  }

  /**
   * Reads {@code 2.00usd}, {@code 500k-tokens}, or both with a comma between them.
   *
   * @return empty when the text is none of these
   */
  public static Optional<Budget> parse(String text) {
    Budget budget = unlimited();
    for (String part : text.toLowerCase(Locale.ROOT).split(",", -1)) {
      Matcher money = MONEY.matcher(part.strip());
      Matcher tokens = TOKENS.matcher(part.strip());
      if (money.matches() && budget.money.isEmpty()) {
        String amount = money.group(1) == null ? money.group(2) : money.group(1);
        budget = new Budget(Optional.of(Money.ofDollars(new BigDecimal(amount))), budget.tokens);
      } else if (tokens.matches() && budget.tokens.isEmpty()) {
        budget = new Budget(budget.money, Optional.of(tokens(tokens.group(1), tokens.group(2))));
      } else {
        return Optional.empty();
      }
    }
    return Optional.of(budget);
  }

  private static long tokens(String amount, String unit) {
    int decimals = unit.equals("m") ? 6 : unit.equals("k") ? 3 : 0;
    return new BigDecimal(amount).movePointRight(decimals).longValue();
  }

  public boolean isUnlimited() {
    return money.isEmpty() && tokens.isEmpty();
  }

  /** For people: {@code 2.00 USD and 500,000 tokens}. */
  @Override
  public String toString() {
    String amount = money.map(Money::toString).orElse("");
    String count = tokens.map(t -> String.format(Locale.ROOT, "%,d tokens", t)).orElse("");
    return isUnlimited()
        ? "no limit"
        : amount + (amount.isEmpty() || count.isEmpty() ? "" : " and ") + count;
  }
}
