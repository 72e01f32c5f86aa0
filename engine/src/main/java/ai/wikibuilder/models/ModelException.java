package ai.wikibuilder.models;

/** A model that cannot be used. The message is for people and says what was tried. */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** The model or its native library is not there for this platform. */
    UNAVAILABLE,
    /** The model was loaded but failed on an input. */
    FAILED
  }

  private final Kind kind;

  public ModelException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public ModelException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
