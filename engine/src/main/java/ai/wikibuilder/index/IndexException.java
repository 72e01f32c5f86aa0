package ai.wikibuilder.index;

/** An index that cannot be written or read. The message says what to do next. */
public final class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds; callers decide by them whether to rebuild or to give up. */
  public enum Kind {
    /** Files are missing, cut, changed or foreign: rebuild the index from its snapshot. */
    CORRUPT,
    /** Written by another version of the analysis or of the format: rebuild the index. */
    OUTDATED,
    /** There is no index in the directory. */
    NOT_FOUND,
    /** The disk refused to read or to write. */
    STORAGE
  }

  private final Kind kind;

  IndexException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  IndexException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
