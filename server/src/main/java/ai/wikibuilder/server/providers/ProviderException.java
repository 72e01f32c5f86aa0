package ai.wikibuilder.server.providers;

import org.jspecify.annotations.Nullable;

/**
 * A login at another provider came to nothing; the message is for the person who tried, the detail
 * for whoever runs the installation.
 */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Providers choose how long their words are. */
  private static final int DETAIL_LENGTH_MAX = 300;

  private static final int CAUSE_COUNT_MAX = 5;

  private final Kind kind;
  private final String reason;

  ProviderException(Kind kind, String message, @Nullable Throwable cause) {
    this(kind, message, "", cause);
  }

  private ProviderException(Kind kind, String message, String reason, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.reason = reason;
  }

  /** Of an answer that cannot be believed; why is nothing that the person could mend. */
  static ProviderException refused(String reason, @Nullable Throwable cause) {
    return new ProviderException(
        Kind.REFUSED,
        "The login at the provider is not accepted; the operator of this installation finds the"
            + " cause in the log.",
        reason,
        cause);
  }

  public Kind kind() {
    return kind;
  }

  /** What happened, in one line; the words of the provider are in it. */
  public String detail() {
    StringBuilder detail = new StringBuilder(reason.isEmpty() ? getMessage() : reason);
    Throwable cause = getCause();
    for (int i = 0; i < CAUSE_COUNT_MAX && cause != null; i++, cause = cause.getCause()) {
      detail.append(", ").append(cause.getMessage());
    }
    String line = detail.toString().replaceAll("\\p{Cntrl}", " ");
    return line.substring(0, Math.min(line.length(), DETAIL_LENGTH_MAX));
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** No provider of that name is configured, or it has no repositories. */
    UNKNOWN,
    /** What came back cannot be believed. */
    REFUSED,
    /** The person, or the provider, said no. */
    DENIED,
    /** The provider does not answer as it should. */
    UNAVAILABLE
  }
}
