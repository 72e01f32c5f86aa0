package ai.wikibuilder.index.queries;

import java.util.Locale;
import java.util.regex.Pattern;

/** The kind of a question, told by how it is written; decides how its signals are weighed. */
public enum QueryShape {
  /** One identifier, maybe with its container. */
  NAME,
  /** A file or folder. */
  PATH,
  /** Something a program printed. */
  ERROR_MESSAGE,
  /** How the whole is built: answered by files and documents rather than by lines. */
  ARCHITECTURE,
  /** Anything else in words. */
  WORDS;

  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final Pattern PATH_LIKE = Pattern.compile(".*/.*|.*\\w\\.[a-z]{1,5}");
  private static final Pattern ERROR_WORDS =
      Pattern.compile(
          "\\b\\w*(error|exception|panic)\\b\\s*[:(]|\\b(cannot|can't|could not|failed to|unable to|"
              + "expected .* (got|but|found)|unexpected|not found|invalid|no such|is not a)\\b");
  private static final Pattern ARCHITECTURE_WORDS =
      Pattern.compile(
          "\\b(architecture|overview|big picture|high[- ]level|components?|layers?|subsystems?|"
              + "data flow|control flow|pipeline|lifecycle|life cycle|structured|organi[sz]ed|"
              + "entry points?|design)\\b|\\bhow (does|do|is|are) .*\\b(work|fit|interact|connect"
              + "|communicate|together|structured|organi[sz]ed)\\b");

  /** The shape of the words of a question. */
  public static QueryShape of(String words) {
    String text = words.strip();
    if (!BLANK.matcher(text).find()) {
      boolean path = PATH_LIKE.matcher(text).matches() && !text.endsWith("()");
      return path ? PATH : NAME;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (ARCHITECTURE_WORDS.matcher(lower).find()) {
      return ARCHITECTURE;
    }
    return ERROR_WORDS.matcher(lower).find() ? ERROR_MESSAGE : WORDS;
  }
}
