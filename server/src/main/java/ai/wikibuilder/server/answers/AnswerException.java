package ai.wikibuilder.server.answers;

/** A question cannot be looked into; the message is for whoever asked. */
public final class AnswerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  AnswerException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is missing. Stable. */
  public enum Kind {
    NO_MODEL,
    NO_REPORT
  }
}
