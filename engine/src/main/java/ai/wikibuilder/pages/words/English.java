package ai.wikibuilder.pages.words;

import java.util.List;
import java.util.Locale;

/** Numbers, plurals and lists as English prose writes them. */
public final class English {
  private static final List<String> SMALL =
      List.of(
          "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
          "eleven", "twelve");

  private English() {}

  /** A number in prose: a word up to twelve, digits with separators beyond. */
  public static String number(long number) {
    return number >= 0 && number < SMALL.size()
        ? SMALL.get((int) number)
        : String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with separators, in digits whatever its size. */
  public static String digits(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A number with its noun: {@code one file}, {@code 14 files}, {@code no files}. */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** The same at the start of a sentence. */
  public static String countAtStart(long number, String one, String many) {
    return capital(count(number, one, many));
  }

  /** The first letter made a capital. */
  public static String capital(String words) {
    return words.isEmpty()
        ? words
        : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  /** {@code a}, {@code a and b}, {@code a, b and c}. */
  public static String list(List<String> words) {
    int last = words.size() - 1;
    return switch (words.size()) {
      case 0 -> "";
      case 1 -> words.getFirst();
      default -> String.join(", ", words.subList(0, last)) + " and " + words.get(last);
    };
  }

  /** A share in whole per cent, {@code less than 1 %} for a small one. */
  public static String percent(long part, long whole) {
    long share = whole == 0 ? 0 : Math.round(100.0 * part / whole);
    return share == 0 ? "less than 1 %" : share + " %";
  }
}
