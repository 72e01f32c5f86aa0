package ai.wikibuilder.models;

import java.time.Duration;
import java.util.Optional;

/**
 * A model that cannot be used, or a call that came to nothing. The message is for people: what was
 * expected, what came, what to do next. It never holds a key, a prompt or a reply.
 */
public final class ModelException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Stable kinds. */
  public enum Kind {
    /** No model is there: not configured, not for this platform, or its host cannot be reached. */
    UNAVAILABLE,
    /** The model or its address does not do for this, in a way that will not mend itself. */
    FAILED,
    /** The provider wants a key and none is configured. */
    KEY_MISSING,
    /** The provider does not take the key: wrong, revoked, without rights or without credit. */
    KEY_REFUSED,
    /** The provider has no model of this name. */
    MODEL_UNKNOWN,
    /** The prompt is larger than the model takes. */
    CONTEXT_EXCEEDED,
    /** Too many requests, and waiting as long as is sensible did not help. */
    RATE_LIMITED,
    /** The provider is overloaded or broken, and went on being so. */
    OVERLOADED,
    /** Nothing came for longer than a silence may last. */
    SILENT,
    /** A reply that breaks off, is empty, or is not in the provider's own format. */
    BROKEN_REPLY,
    /** The model, or a filter before it, declines to answer this. */
    REFUSED,
    /** The budget does not allow another call; nothing was sent. */
    OVER_BUDGET,
    /** Whoever asked is gone. */
    CANCELLED;

    /** Whether the same call may do better in a moment, or with another model. */
    public boolean isPassing() {
      return switch (this) {
        case UNAVAILABLE, RATE_LIMITED, OVERLOADED, SILENT, BROKEN_REPLY -> true;
        case FAILED,
            KEY_MISSING,
            KEY_REFUSED,
            MODEL_UNKNOWN,
            CONTEXT_EXCEEDED,
            REFUSED,
            OVER_BUDGET,
            CANCELLED ->
            false;
      };
    }
  }

  private final Kind kind;
  private final transient Optional<Duration> retryAfter;

  public ModelException(Kind kind, String message) {
    super(message);
    this.kind = kind;
    this.retryAfter = Optional.empty();
  }

  public ModelException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.retryAfter = Optional.empty();
  }

  /**
   * A failure after which the provider wants to be left alone.
   *
   * @param retryAfter how long, as the provider says
   */
  public ModelException(Kind kind, String message, Optional<Duration> retryAfter) {
    super(message);
    this.kind = kind;
    this.retryAfter = retryAfter;
  }

  public Kind kind() {
    return kind;
  }

  /** How long the provider wants to be left alone; empty when it does not say. */
  public Optional<Duration> retryAfter() {
    return retryAfter;
  }
}
