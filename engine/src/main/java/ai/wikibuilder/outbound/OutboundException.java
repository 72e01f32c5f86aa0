package ai.wikibuilder.outbound;

/** An address that is not spoken to, or does not answer. Messages never hold user information. */
public final class OutboundException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** The guard does not let anybody connect there. */
    REFUSED,
    /** No such host, no connection, or no trust in its certificate. */
    UNREACHABLE,
    /** The configuration of the guard itself is wrong. */
    MISCONFIGURED
  }

  private final Kind kind;

  OutboundException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  OutboundException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  static OutboundException refused(String message) {
    return new OutboundException(Kind.REFUSED, message);
  }
}
