package ai.wikibuilder.server.jobs;

/** A build cannot be accepted or changed; the message is for the member who tried. */
public final class BuildException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public BuildException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** A model is asked for and none is there to be had. */
    NO_MODEL,
    /** The key of the request belongs to another request. */
    OTHER_REQUEST,
    /** What is asked for does not go with the state the build is in. */
    STATE,
    /** Too many ask at once; a moment later there is room. */
    BUSY
  }
}
