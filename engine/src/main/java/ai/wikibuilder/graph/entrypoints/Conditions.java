package ai.wikibuilder.graph.entrypoints;

import ai.wikibuilder.source.SourceText;
import java.util.regex.Pattern;

/** Tells what the preprocessor of C leaves out of the product. */
final class Conditions {
  /** {@code #ifdef SIPHASH_TEST}, {@code #ifdef CRC64_MAIN}: built by hand to try a file alone. */
  private static final Pattern ALONE =
      Pattern.compile(
          "\\s*#\\s*if(?:def)?\\b[^!]*(?:\\b|_)(?:TEST(?:S|ING)?|MAIN|BENCH\\w*|DEMO|EXAMPLE)(?:\\b|_)[^!]*");

  private static final Pattern IF = Pattern.compile("\\s*#\\s*if.*");
  private static final Pattern END = Pattern.compile("\\s*#\\s*endif.*");

  /** Lines that are looked at above; a condition around half a file is no test. */
  private static final int LINE_COUNT_MAX = 400;

  private Conditions() {}

  /** Whether a line stands there only when the file is to be tried alone. */
  static boolean isForTrial(SourceText text, int line) {
    int ended = 0;
    for (int at = line - 1; at > 0 && line - at <= LINE_COUNT_MAX; at--) {
      String words = text.lines(at, at).stripTrailing();
      if (END.matcher(words).matches()) {
        ended++;
      } else if (IF.matcher(words).matches()) {
        if (ended == 0 && ALONE.matcher(words).matches()) {
          return true;
        }
        ended = Math.max(0, ended - 1);
      }
    }
    return false;
  }
}
