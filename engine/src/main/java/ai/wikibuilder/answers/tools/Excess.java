package ai.wikibuilder.answers.tools;

/** Keeps answers within what an agent can read at once. Stateless. */
final class Excess {
  /** Characters of one answer: some ten thousand tokens, so that several fit any window. */
  static final int ANSWER_CHAR_COUNT_MAX = 40_000;

  /** Characters of the words that say where to read on. */
  static final int HINT_CHAR_COUNT_MAX = 100;

  /** Answers of one text; who asks for a later part than there is gets an error. */
  static final int CURSOR_MAX = 100_000_000;

  private Excess() {}

  /**
   * The part of a text that begins at a cursor, cut at the end of a line, and how to get the next.
   *
   * @param cursor characters before it; 0 for the first part
   */
  static String part(String text, int cursor) {
    if (cursor > 0 && cursor >= text.length()) {
      throw new ToolException(
          "cursor: expected less than %d, got %d; begin again without a cursor"
              .formatted(text.length(), cursor));
    }
    if (text.length() - cursor > ANSWER_CHAR_COUNT_MAX) {
      int end = cursor + ANSWER_CHAR_COUNT_MAX - HINT_CHAR_COUNT_MAX;
      int line = text.lastIndexOf('\n', end - 1);
      end = line > cursor ? line + 1 : end;
      boolean halved = Character.isHighSurrogate(text.charAt(end - 1));
      end = halved ? end - 1 : end;
      return text.substring(cursor, end)
          + "\n\n[%d of %d characters; call again with cursor: %d]"
              .formatted(end, text.length(), end);
    }
    return text.substring(cursor);
  }
}
