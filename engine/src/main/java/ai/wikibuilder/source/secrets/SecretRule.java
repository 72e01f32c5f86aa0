package ai.wikibuilder.source.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One line of {@code secret-rules.txt}. Immutable.
 *
 * @param kind name for people
 * @param keywords where the pattern is tried; it is anchored at the keyword's first byte
 * @param entropyMin bits a character that the secret must have at least, 0 for any
 * @param mixed whether the secret needs both letters and digits, and must not read like code or a
 *     placeholder
 * @param settingsOnly whether the rule holds in files of settings alone
 * @param severalLines whether the secret may span lines
 * @param pattern its group 1 is what gets masked
 */
record SecretRule(
    String kind,
    List<String> keywords,
    double entropyMin,
    boolean mixed,
    boolean settingsOnly,
    boolean severalLines,
    Pattern pattern) {

  /** What people write where a secret will stand. */
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?i)example|sample|placeholder|change[-_]?(?:me|it|this)|your|dummy|insert|replace|redacted"
              + "|todo|foobar|lorem|qwerty|\\*{3}|x{4,}|\\.{3}|<.*>|\\$[{(\\w]|\\{\\{|%[({sd]|#\\{|&[a-z]+;"
              + "|(?:0123|1234)5?6?7?8|abcdef(?:g|$)|^(.)\\1+$"
              + "|^(?:my|the|a|some|test)?[-_.]?(?:pass(?:word|wd|phrase|code)?|secret|token|credentials?|admin|root|user(?:name)?|guest|postgres|mysql|hunter)[0-9!]{0,4}$");

  /** Names, calls and paths of code; a random token has no such structure. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?:[A-Za-z_$]+[0-9]{0,3})(?:[._:/-]++[A-Za-z_$]*+[0-9]{0,4}+)*+|.*[(){}\\[\\];,|\\\\].*|(?:https?|file|jdbc):.*|/.*|[0-9.:TZ+ -]+");

  SecretRule {
    keywords = List.copyOf(keywords);
  }

  /**
   * Reads the rules. Columns are separated by white space: kind, keywords with commas between,
   * flags with commas between or a dash, pattern. In a keyword {@code \s} is a space.
   */
  static List<SecretRule> parse(String text) {
    List<SecretRule> rules = new ArrayList<>();
    for (String line : text.lines().toList()) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      String[] columns = line.strip().split("\\s+", 4);
      List<String> flags = List.of(columns[2].split(","));
      rules.add(
          new SecretRule(
              columns[0],
              List.of(columns[1].replace("\\s", " ").toLowerCase(Locale.ROOT).split(",")),
              entropy(flags),
              flags.contains("mixed"),
              flags.contains("settings"),
              flags.contains("lines"),
              Pattern.compile(columns[3])));
    }
    return rules;
  }

  private static double entropy(List<String> flags) {
    return flags.stream()
        .filter(flag -> flag.startsWith("entropy="))
        .mapToDouble(flag -> Double.parseDouble(flag.substring("entropy=".length())))
        .findFirst()
        .orElse(0);
  }

  /** Whether what the pattern found is a secret rather than something that stands for one. */
  boolean accepts(String secret) {
    if (entropy(secret) < entropyMin || PLACEHOLDER.matcher(secret).find()) {
      return severalLines;
    }
    return !mixed || (hasLettersAndDigits(secret) && !CODE.matcher(secret).matches());
  }

  private static boolean hasLettersAndDigits(String secret) {
    return secret.chars().anyMatch(SecretRule::isLetter)
        && secret.chars().anyMatch(each -> each >= '0' && each <= '9');
  }

  private static boolean isLetter(int each) {
    return (each | 0x20) >= 'a' && (each | 0x20) <= 'z';
  }

  /** Shannon entropy over the characters of the secret itself. */
  static double entropy(String secret) {
    int[] counts = new int[256];
    for (int i = 0; i < secret.length(); i++) {
      counts[secret.charAt(i) & 0xFF]++;
    }
    double bits = 0;
    for (int count : counts) {
      if (count > 0) {
        double share = (double) count / secret.length();
        bits -= share * Math.log(share) / Math.log(2);
      }
    }
    return bits;
  }
}
