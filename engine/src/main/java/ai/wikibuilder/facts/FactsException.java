package ai.wikibuilder.facts;

/** Facts that cannot be read, or an extractor that can no longer be used. */
public final class FactsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** Stored facts are not what was written, or come from another version: extract them anew. */
    DAMAGED,
    /** The extractor was closed before it came to the file. */
    CLOSED
  }

  private final Kind kind;

  public FactsException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public FactsException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
