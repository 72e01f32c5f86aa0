package ai.wikibuilder.server.secrets;

import org.jspecify.annotations.Nullable;

/** A secret cannot be sealed or opened, or the master key cannot be used. Shows no secret. */
public final class SecretsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  SecretsException(Kind kind, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** A start that would use another master key than the rows were sealed with. */
  public static SecretsException wrongKey(String place) {
    return new SecretsException(
        Kind.WRONG_KEY,
        "the master key (%s) is not the one that the secrets in the database were sealed with."
                .formatted(place)
            + " Nothing was changed. Put the right one back: secrets.master-key or"
            + " secrets.master-key-file",
        null);
  }

  public Kind kind() {
    return kind;
  }

  /** What is wrong. Stable. */
  public enum Kind {
    /** The master key cannot be read, or is none. */
    UNREADABLE_KEY,
    /** The master key did not seal this. */
    WRONG_KEY,
    /** What was stored has changed, or belongs to another tenant, user or purpose. */
    NOT_OPENED
  }
}
