package ai.wikibuilder.server.quota;

import java.time.Duration;
import java.util.Optional;

/** A plan does not allow more of something; the message is for the member who asked for it. */
public final class QuotaException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Work that holds something back is over in minutes, most of it sooner. */
  private static final Duration HELD = Duration.ofMinutes(1);

  private final Kind kind;
  private final transient Optional<Duration> until;
  private final boolean heldBack;

  /**
   * Makes one.
   *
   * @param until time until the plan allows more; empty when waiting does not help
   */
  public QuotaException(Kind kind, String message, Optional<Duration> until) {
    this(kind, message, until, false);
  }

  private QuotaException(Kind kind, String message, Optional<Duration> until, boolean heldBack) {
    super(message);
    this.kind = kind;
    this.until = until;
    this.heldBack = heldBack;
  }

  /** One of what is not used up: work that is going on may leave some of what it holds back. */
  static QuotaException heldBack(Kind kind, String message) {
    return new QuotaException(kind, message, Optional.of(HELD), true);
  }

  /** Whether there is more as soon as other work of the tenant is over. */
  public boolean isHeldBack() {
    return heldBack;
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
