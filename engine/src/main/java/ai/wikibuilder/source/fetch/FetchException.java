package ai.wikibuilder.source.fetch;

/** A commit that could not be had. The message says what to do next and holds no credentials. */
public final class FetchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** The guard does not let anybody go there. */
    REFUSED,
    /** The host does not answer, or answers with a failure of its own. */
    UNREACHABLE,
    /** The host wants a token, or another one. */
    UNAUTHORIZED,
    /** No such repository, branch, tag or commit. */
    NOT_FOUND,
    /** A repository without a commit. */
    EMPTY,
    /** One of {@link FetchLimits} was reached. */
    LIMIT,
    /** What came is not what git sends, or what is stored is damaged. */
    CORRUPT,
    /** The disk took no more. */
    STORAGE
  }

  private final Kind kind;

  FetchException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  FetchException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
