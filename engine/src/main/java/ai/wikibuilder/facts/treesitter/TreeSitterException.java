package ai.wikibuilder.facts.treesitter;

/** The native library is missing, refuses a grammar or refuses a query. */
public final class TreeSitterException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** No core library, no native access, or the natives folder cannot be written. */
    UNAVAILABLE,
    /** The core cannot run the grammar, or the grammar's library lacks its function. */
    GRAMMAR,
    /** A query names a node or a field that the grammar does not have, or is not well-formed. */
    QUERY
  }

  private final Kind kind;

  public TreeSitterException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public TreeSitterException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }
}
