package ai.wikibuilder.server.providers;

import org.jspecify.annotations.Nullable;

/** A login at another provider came to nothing; the message is for the person who tried. */
public final class ProviderException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  ProviderException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  static ProviderException refused(String reason, @Nullable Throwable cause) {
    return new ProviderException(
        Kind.REFUSED, "The login at the provider is not accepted: " + reason + ".", cause);
  }

  public Kind kind() {
    return kind;
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
