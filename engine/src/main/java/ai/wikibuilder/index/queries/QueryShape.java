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

  /** A longer text tells something, be there messages in it. */
  private static final int MESSAGE_WORDS_MAX = 24;

  /** Beginnings of messages about changes, which often say what was wrong. */
  private static final Pattern CHANGES =
      Pattern.compile(
          "^\\W*(add|allow|avoid|change|close|ensure|feat|fix|handle|improve|introduce|make|refactor"
              + "|remove|revert|support|update|use|chore|style|perf|docs?|tests?)(e?[sd]|ing)?\\b");

  private static final Pattern BLANK = Pattern.compile("\\s");
  private static final Pattern PATH_LIKE = Pattern.compile(".*/.*|.*\\w\\.[a-z]{1,5}");
  private static final Pattern ERROR_WORDS =
      Pattern.compile(
          "\\b\\w*(error|exception|panic)\\b\\s*[:(]|\\berror \\w+ing\\b|\\b(cannot|can't|can not|could not"
              + "|failed to|unable to|expected .* (got|but|found)|unexpected|not found|invalid|no such"
              + "|is not|does not exist|must be|not allowed|has no|has been|has not|detected|found duplicate"
              + "|missing required|unrecognized|unknown)\\b");
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
    if (ERROR_WORDS.matcher(lower).find() && mayBePrinted(lower)) {
      return ERROR_MESSAGE;
    }
    if (ARCHITECTURE_WORDS.matcher(lower).find()) {
      return ARCHITECTURE;
    }
    return WORDS;
  }

  /** Programs neither ask nor tell what somebody changed, and are brief. */
  private static boolean mayBePrinted(String lower) {
    String[] words = BLANK.split(lower, MESSAGE_WORDS_MAX + 1);
    return !RelatedWords.asks(lower)
        && words.length <= MESSAGE_WORDS_MAX
        && !CHANGES.matcher(words[0]).find();
  }
}
