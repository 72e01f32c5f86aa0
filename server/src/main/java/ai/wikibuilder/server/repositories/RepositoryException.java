package ai.wikibuilder.server.repositories;

/** A repository cannot be added or changed; the message is for the member who tried. */
public final class RepositoryException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public RepositoryException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** The address is none that may be fetched. */
    ADDRESS,
    /** The tenant has the repository already, fetched over the other protocol. */
    OTHER_PROTOCOL
  }
}
