package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.quota.QuotaException;
import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Duration;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * How often somebody who is signed in may say the password: whoever took a session over would guess
 * it by forms, and one account could keep the processors hashing that everybody logs in by. Counted
 * by account, which shuts nobody out: entering is counted by address. Threads may share it.
 */
@Component
final class PasswordTries {
  private final RateLimits limits;
  private final RateLimit limit;

  PasswordTries(RateLimits limits, RateSettings rates) {
    this.limits = limits;
    this.limit = new RateLimit("password", rates.enteringPerMinute(), Duration.ofMinutes(1));
  }

  /**
   * Counts one, before anything is hashed.
   *
   * @throws QuotaException RATE
   */
  void count(UserId user) {
    RateLimits.Outcome outcome = limits.count(limit, user.toString());
    if (!outcome.letIn()) {
      throw new QuotaException(
          QuotaException.Kind.RATE,
          "Tries of your password are limited to %d a minute, and that many came. Try again in some seconds."
              .formatted(limit.count()),
          Optional.of(outcome.until()));
    }
  }
}
