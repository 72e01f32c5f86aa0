package ai.wikibuilder.source;

/** A source that cannot be turned into a snapshot. The message says what to do next. */
public final class SourceException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds; the command line and the server map each to a code of theirs. */
  public enum Kind {
    /** The address or folder is not one that may be read. */
    REFUSED,
    /** The host does not answer. */
    UNREACHABLE,
    /** The host wants a token, or another one. */
    UNAUTHORIZED,
    /** No such repository, branch, tag, commit, sub-path or folder. */
    NOT_FOUND,
    /** There is a repository, but nothing in it to describe. */
    EMPTY,
    /** A limit of {@link SourceLimits} was reached. */
    LIMIT,
    /** The objects received or stored are damaged. */
    CORRUPT,
    /** The disk took no more. */
    STORAGE
  }

  private final Kind kind;

  public SourceException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public SourceException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
