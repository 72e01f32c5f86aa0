package ai.wikibuilder.answers.research;

/**
 * What one step looks into. Immutable.
 *
 * @param words of code that are searched for; the question's own where the model gave none
 */
public record SubQuestion(String text, String words) {
  /** Longest text of either; a model that writes more has not understood. */
  private static final int LENGTH_MAX = 400;

  public SubQuestion {
    text = cut(text.strip());
    words = cut(words.strip());
    if (text.isEmpty()) {
      throw new IllegalArgumentException("a sub-question has words");
    }
  }

  private static String cut(String text) {
    return text.substring(0, Math.min(LENGTH_MAX, text.length()));
  }

  /** What is searched for. */
  String searched() {
    return words.isEmpty() ? text : words;
  }

  /** Reads {@code question | words}. */
  static SubQuestion of(String line) {
    int bar = line.lastIndexOf('|');
    return bar > 0
        ? new SubQuestion(line.substring(0, bar), line.substring(bar + 1))
        : new SubQuestion(line, "");
  }
}
