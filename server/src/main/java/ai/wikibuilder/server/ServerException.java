package ai.wikibuilder.server;

import org.jspecify.annotations.Nullable;

/** The server does not start; the message says why and what to change. */
public final class ServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  public ServerException(Kind kind, String message) {
    this(kind, message, null);
  }

  ServerException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** A flag or setting is not of its kind. */
    USAGE,
    /** Somebody else listens there, or the address is not this machine's. */
    ADDRESS
  }
}
