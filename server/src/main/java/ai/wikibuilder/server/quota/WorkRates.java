package ai.wikibuilder.server.quota;

import ai.wikibuilder.server.tenants.TenantId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/**
 * How often a tenant may ask for what takes more than a look into tables: each kind of it, on
 * whichever way it is asked for, has a limit of its own. Threads may share it.
 */
public final class WorkRates {
  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final RateLimits limits;
  private final RateLimit limit;

  public WorkRates(RateLimits limits, RateSettings rates) {
    this.limits = limits;
    this.limit = new RateLimit("work", rates.workPerMinute(), MINUTE);
  }

  /** What is asked for. */
  public enum Work {
    BUILD,
    QUOTE,
    QUESTION,
    RESEARCH,
    SEARCH,
    MAP,
    EXPORT,
    COMPARISON,
    CORRECTION,
    CONNECTION
  }

  /**
   * Counts one.
   *
   * @throws QuotaException RATE
   */
  public void require(TenantId tenant, Work work) {
    RateLimits.Outcome outcome = limits.count(limit, work + "/" + tenant);
    if (!outcome.letIn()) {
      throw new QuotaException(
          QuotaException.Kind.RATE,
          "Requests of one kind (%s) are limited to %d a minute for a tenant, and that many came. Try again in some seconds."
              .formatted(work.name().toLowerCase(Locale.ROOT), limit.count()),
          Optional.of(outcome.until()));
    }
  }
}
