package ai.wikibuilder.pages.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A number with what it counts, as prose says it: {@code nine parts}, {@code of 14 dependencies}.
 * Immutable.
 *
 * @param noun as it stands in the text
 */
record CountedNoun(long number, String noun, Kind kind) {
  /** What of a drawing is counted. */
  enum Kind {
    BOXES,
    ARROWS,
    OTHER
  }

  private static final List<String> SMALL =
      List.of(
          "no",
          "one",
          "two",
          "three",
          "four",
          "five",
          "six",
          "seven",
          "eight",
          "nine",
          "ten",
          "eleven",
          "twelve",
          "thirteen",
          "fourteen",
          "fifteen",
          "sixteen",
          "seventeen",
          "eighteen",
          "nineteen",
          "twenty");

  private static final Set<String> BOXES = Set.of("box", "boxes", "node", "nodes", "kutu", "düğüm");

  private static final Set<String> ARROWS =
      Set.of("arrow", "arrows", "dependency", "dependencies", "ok", "bağımlılık");

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}.])(\\d{1,3}(?:,\\d{3})+|\\d+|"
              + String.join("|", SMALL)
              + ")(?![\\p{L}\\p{N}.]\\S)((?: of (?:\\d[\\d,]*|[a-z]+))?)\\s+(?:[a-z]+ )?([\\p{L}]+)");

  private static final Pattern NUMBER_ALONE =
      Pattern.compile(
          "(?iu)(?<![\\p{L}\\p{N}.])(?:\\d{1,3}(?:[.,]\\d{3})+|\\d+|"
              + String.join("|", SMALL)
              + ")(?![\\p{L}\\p{N}])");

  /** All in a text, in order; of {@code 3 of 14 dependencies} both numbers count the noun. */
  static List<CountedNoun> in(String text) {
    List<CountedNoun> result = new ArrayList<>();
    Matcher matcher = NUMBER.matcher(text);
    while (matcher.find()) {
      String noun = matcher.group(3).toLowerCase(Locale.ROOT);
      Kind kind =
          BOXES.contains(noun) ? Kind.BOXES : ARROWS.contains(noun) ? Kind.ARROWS : Kind.OTHER;
      number(matcher.group(1)).ifPresent(n -> result.add(new CountedNoun(n, noun, kind)));
      String whole = matcher.group(2).replace("of", "").strip();
      number(whole).ifPresent(n -> result.add(new CountedNoun(n, noun, kind)));
    }
    return result;
  }

  private static Optional<Long> number(String word) {
    int small = SMALL.indexOf(word.toLowerCase(Locale.ROOT));
    if (small >= 0) {
      return Optional.of((long) small);
    }
    String digits = word.replace(",", "");
    boolean plain = !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    return plain && digits.length() < 18 ? Optional.of(Long.parseLong(digits)) : Optional.empty();
  }

  /** The text with every number taken out, to compare what is said apart from how many. */
  static String skeleton(String text) {
    return NUMBER_ALONE.matcher(text).replaceAll("#");
  }
}
