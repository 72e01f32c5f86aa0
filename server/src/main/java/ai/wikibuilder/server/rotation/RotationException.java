package ai.wikibuilder.server.rotation;

/** The master key is not replaced; the message says why and what to do. */
public final class RotationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  RotationException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** The key is not the one the rows were sealed with. Nothing was changed. */
    WRONG_KEY,
    /** The key is not in a file this process may write. Nothing was changed. */
    NOT_WRITABLE,
    /** Another rotation runs. */
    IN_TURN,
    /** Servers go on sealing with the old key. It stays, and the rotation can be run again. */
    STILL_USED
  }
}
