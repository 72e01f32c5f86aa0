package ai.wikibuilder.index.queries;

/** A question that cannot be read as it stands. The message names the column and the way out. */
public final class QueryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** {@code file:x} where no filter of that name exists. */
    UNKNOWN_FILTER,
    /** {@code lang:x} or {@code kind:x} with a value that nothing can have. */
    UNKNOWN_VALUE,
    UNCLOSED_QUOTE,
    UNCLOSED_SLASH,
    /** Not a regular expression, or one that is refused because it would take too long. */
    BAD_EXPRESSION
  }

  private final Kind kind;
  private final int column;

  QueryException(Kind kind, int column, String expected) {
    super("column " + column + ": " + expected);
    this.kind = kind;
    this.column = column;
  }

  public Kind kind() {
    return kind;
  }

  /** 1-based place in the question, in characters. */
  public int column() {
    return column;
  }
}
