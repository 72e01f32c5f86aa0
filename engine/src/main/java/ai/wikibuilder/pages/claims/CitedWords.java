package ai.wikibuilder.pages.claims;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * The one rule by which names and quotations of a statement are held against the lines it cites:
 * that of {@code aiwiki check}, and of whoever is about to publish what a model wrote. Stateless.
 */
public final class CitedWords {
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  /** Markup of a comment, which may stand inside a word. */
  private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][a-zA-Z0-9]*+>");

  /** The target of a link, which may stand before the ending of the word that is linked. */
  private static final Pattern TARGET = Pattern.compile("\\]\\([^)\\s]*+\\)");

  /** Of a type that a comment which is XML refers to: {@code <see cref="Policy{TResult}"/>s}. */
  private static final Pattern ARGUMENTS = Pattern.compile("\\{[\\w, ]{1,80}+\\}(?=\"\\s{0,3}/?>)");

  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern NO_NAME = Pattern.compile("[^\\p{L}\\p{N}_$]+");

  private CitedWords() {}

  /** Whether a quotation stands in the cited lines; where there are none, nothing is said. */
  public static boolean isQuoted(String quote, String lines) {
    return lines.isBlank()
        || standsIn(quote, lines)
        || standsIn(quote, TAG.matcher(lines).replaceAll(""))
        || standsIn(quote, TARGET.matcher(lines).replaceAll("]"))
        || standsIn(quote, ARGUMENTS.matcher(lines).replaceAll(""));
  }

  /**
   * Whether the words stand in the lines in this order; markup between and inside them does not
   * matter.
   */
  static boolean standsIn(String quote, String lines) {
    String in = NO_WORD.matcher(lines.toLowerCase(Locale.ROOT)).replaceAll("");
    int at = 0;
    for (String word : NO_WORD.split(quote.toLowerCase(Locale.ROOT), -1)) {
      int found = word.isEmpty() ? at : in.indexOf(word, at);
      if (found < 0) {
        return false;
      }
      at = found + word.length();
    }
    return true;
  }

  /**
   * Whether what is written as code is a name of the repository, or stands in the cited lines as a
   * word of its own.
   *
   * @param known whether the repository has something of this name
   */
  public static boolean isNamed(String code, String lines, Predicate<String> known) {
    String bare = code.endsWith("…") ? code.substring(0, code.length() - 1).strip() : code;
    if (bare.isBlank() || known.test(bare)) {
      return true;
    }
    String flat = BLANKS.matcher(lines).replaceAll(" ");
    if (CitedText.hasWord(flat, BLANKS.matcher(bare).replaceAll(" ").strip(), false)) {
      return true;
    }
    // a command, a type with its arguments, a path with its verb: every name of it must be there
    boolean phrase = BLANKS.matcher(bare.strip()).find() && bare.indexOf('(') < 0;
    return names(bare).stream()
        .filter(name -> !phrase || isIdentifier(name))
        .allMatch(name -> CitedText.hasWord(flat, name, false) || known.test(name));
  }

  /** The words of what is written as code. */
  public static List<String> names(String code) {
    List<String> names = new ArrayList<>();
    for (String name : NO_NAME.split(code, -1)) {
      if (!name.isEmpty()) {
        names.add(name);
      }
    }
    return names;
  }

  /** Whether a word can only be a name of code: plain words of a command are the tool's own. */
  private static boolean isIdentifier(String word) {
    return word.indexOf('_') > 0
        || (word.chars().skip(1).anyMatch(Character::isUpperCase)
            && word.chars().anyMatch(Character::isLowerCase));
  }
}
