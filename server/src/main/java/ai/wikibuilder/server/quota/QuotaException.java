package ai.wikibuilder.server.quota;

import java.time.Duration;
import java.util.Optional;

/** A plan does not allow more of something; the message is for the member who asked for it. */
public final class QuotaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;
  private final transient Optional<Duration> until;

  /**
   * Makes one.
   *
   * @param until time until the plan allows more; empty when waiting does not help
   */
  public QuotaException(Kind kind, String message, Optional<Duration> until) {
    super(message);
    this.kind = kind;
    this.until = until;
  }

  public Kind kind() {
    return kind;
  }

  public Optional<Duration> until() {
    return until;
  }

  /** What there is no more of. Stable. */
  public enum Kind {
    TOKENS,
    MONEY,
    BUILDS,
    REPOSITORIES,
    REPOSITORY_SIZE,
    RESEARCHES,
    STREAMS,
    RATE
  }
}
