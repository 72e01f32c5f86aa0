package ai.wikibuilder.index.queries;

import ai.wikibuilder.index.queries.QueryException.Kind;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

/** Compiles the regular expressions of questions, and refuses those that would cost too much. */
final class Expressions {
  /** Repeats within repeats multiply; this many states are tried for every character at most. */
  private static final int REPEATS_MAX = 1_000;

  /** Longer ones are not typed. */
  private static final int CHARS_MAX = 1_000;

  private Expressions() {}

  /**
   * Compiles what stands between the slashes.
   *
   * @param index of its first character in the question
   */
  static CodeCondition.Expression compile(String source, boolean anyCase, int index) {
    if (source.length() > CHARS_MAX) {
      throw refused(index, "expected at most 1000 characters between the slashes");
    }
    if (repeats(source) > REPEATS_MAX) {
      throw refused(index, "expected counts that multiply to at most 1000 repeats");
    }
    try {
      int flags = anyCase ? Pattern.CASE_INSENSITIVE : 0;
      return CodeCondition.Expression.of(Pattern.compile(source, flags), anyCase);
    } catch (PatternSyntaxException e) {
      int inside = Math.max(0, source.indexOf(e.getPattern() == null ? "" : e.getPattern()));
      throw refused(
          index + inside,
          "expected a regular expression of RE2, got: "
              + e.getDescription()
              + " in "
              + e.getPattern()
              + "; look-around and back references are not part of it");
    }
  }

  /** The product of all counts, which is at least what nested ones multiply to. */
  private static long repeats(String source) {
    long product = 1;
    java.util.regex.Matcher counts =
        java.util.regex.Pattern.compile("\\{(\\d{1,9})(?:,(\\d{0,9}))?\\}").matcher(source);
    while (counts.find() && product <= REPEATS_MAX) {
      long low = Long.parseLong(counts.group(1));
      String high = counts.group(2);
      product *= Math.max(1, high == null || high.isEmpty() ? low : Long.parseLong(high));
    }
    return product;
  }

  private static QueryException refused(int index, String expected) {
    return new QueryException(Kind.BAD_EXPRESSION, index + 1, expected);
  }
}
