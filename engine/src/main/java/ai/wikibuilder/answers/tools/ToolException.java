package ai.wikibuilder.answers.tools;

/** A call that cannot be answered; its message says what was expected, what came, what to do. */
final class ToolException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ToolException(String message) {
    super(message);
  }
}
