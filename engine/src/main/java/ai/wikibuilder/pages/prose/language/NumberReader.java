package ai.wikibuilder.pages.prose.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds numbers, in digits and in the words of one language. Immutable. */
final class NumberReader {
  /** Digits with their thousands kept apart; versions, names and ranges of names are no numbers. */
  private static final Pattern DIGITS =
      Pattern.compile(
          "(?<![\\p{L}\\p{N}_.,#/⟦-])(\\d{1,3}(?:[.,\\u00A0 ]\\d{3})+|\\d{1,9})(?![\\p{Alpha}\\p{N}_⟧]|[.,:/]\\d|-bit|-\\p{Alpha})");

  private final Map<String, Long> values = new HashMap<>();
  private final Pattern words;

  /**
   * @param small words from zero up, variants kept apart by a bar
   * @param tens words from the first of twenty or thirty up; may be empty
   */
  NumberReader(List<String> small, List<String> tens, boolean blanks) {
    for (int value = 0; value < small.size(); value++) {
      for (String word : small.get(value).replace("\\ ", " ").split("\\|", -1)) {
        values.put(word.toLowerCase(Locale.ROOT), (long) value);
      }
    }
    for (int place = 0; place < tens.size(); place++) {
      long ten = 10L * (place + 2);
      if (!tens.get(place).isEmpty()) {
        values.putIfAbsent(tens.get(place), ten);
        for (int one = 1; one <= 9; one++) {
          for (String word : small.get(one).split("\\|", -1)) {
            values.put(tens.get(place) + "-" + word.toLowerCase(Locale.ROOT), ten + one);
            values.put(tens.get(place) + " " + word.toLowerCase(Locale.ROOT), ten + one);
          }
        }
      }
    }
    List<String> all = new ArrayList<>(values.keySet());
    all.sort((a, b) -> b.length() - a.length());
    String any = String.join("|", all.stream().map(Pattern::quote).toList());
    words =
        Pattern.compile(
            blanks
                ? "(?iu)(?<![\\p{L}\\p{N}_-])(?:" + any + ")(?![\\p{L}\\p{N}_]|-[\\p{L}])"
                : "(?:" + any + ")");
  }

  List<StatedNumber> in(String sentence) {
    List<StatedNumber> result = new ArrayList<>();
    Matcher digits = DIGITS.matcher(sentence);
    while (digits.find()) {
      String plain = digits.group(1).replaceAll("[^0-9]", "");
      result.add(new StatedNumber(digits.start(1), digits.end(1), Long.parseLong(plain), true));
    }
    Matcher word = words.matcher(sentence);
    while (word.find()) {
      long value = values.getOrDefault(word.group().toLowerCase(Locale.ROOT), -1L);
      if (value >= 0) {
        result.add(new StatedNumber(word.start(), word.end(), value, false));
      }
    }
    result.sort((a, b) -> Integer.compare(a.start(), b.start()));
    return result;
  }
}
