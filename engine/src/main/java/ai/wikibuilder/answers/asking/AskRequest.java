package ai.wikibuilder.answers.asking;

import ai.wikibuilder.answers.conversations.Conversation;

/**
 * A question. Immutable.
 *
 * @param thorough whether the model may look further with tools
 * @param before the conversation it belongs to; an empty one for a question of its own
 */
public record AskRequest(String question, boolean thorough, Conversation before) {
  /** A question is a few lines; what is longer is text to search in. */
  public static final int CHAR_COUNT_MAX = 4_000;

  public AskRequest {
    question = question.strip();
    if (question.isEmpty()) {
      throw new IllegalArgumentException("expected a question, got none");
    }
  }

  /** Whether only its beginning is read. */
  boolean isTooLong() {
    return question.length() > CHAR_COUNT_MAX;
  }

  /** What is read of it. */
  String text() {
    return isTooLong() ? question.substring(0, CHAR_COUNT_MAX) : question;
  }
}
