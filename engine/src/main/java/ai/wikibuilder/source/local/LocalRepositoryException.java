package ai.wikibuilder.source.local;

/** A local repository that cannot be read. The message says what to do next. */
public final class LocalRepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds, named as those of the stage that shows them. */
  public enum Kind {
    /** It points outside of itself, or is kept in a form that is not read. */
    REFUSED,
    /** No such branch, tag or commit. */
    NOT_FOUND,
    /** A limit was reached. */
    LIMIT,
    /** Its own files are damaged. */
    CORRUPT
  }

  private final Kind kind;

  LocalRepositoryException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  LocalRepositoryException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
