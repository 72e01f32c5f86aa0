package ai.wikibuilder.server.quota;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets as many requests pass as a limit allows and says in headers what is left. Where the database
 * does not answer, nothing is counted: what needs it is refused a step later.
 */
public final class RateLimitFilter extends OncePerRequestFilter {
  private static final Logger LOG = LoggerFactory.getLogger(RateLimitFilter.class);

  private final RateLimits limits;
  private final RateLimit limit;
  private final Function<HttpServletRequest, Optional<String>> key;
  private final Refusal refusal;

  /**
   * Makes one.
   *
   * @param key whom a request counts for; none when it does not count
   */
  public RateLimitFilter(
      RateLimits limits,
      RateLimit limit,
      Function<HttpServletRequest, Optional<String>> key,
      Refusal refusal) {
    this.limits = limits;
    this.limit = limit;
    this.key = key;
    this.refusal = refusal;
  }

  /** Answers a request that came too often; the headers are set already. */
  public interface Refusal {
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException;
  }

  /** Several of these stand in one chain, each for a limit of its own. */
  @Override
  protected String getAlreadyFilteredAttributeName() {
    return RateLimitFilter.class.getName() + "." + limit.name();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    Optional<String> counted = key.apply(request);
    if (counted.isPresent()) {
      RateLimits.Outcome outcome = count(counted.get());
      tell(response, limit, outcome);
      if (!outcome.letIn()) {
        response.setStatus(429);
        refusal.answer(request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }

  /** Says in headers what is left, and to whoever is refused when to come back. */
  public static void tell(
      HttpServletResponse response, RateLimit limit, RateLimits.Outcome outcome) {
    response.setHeader("RateLimit-Limit", Integer.toString(limit.count()));
    response.setHeader("RateLimit-Remaining", Long.toString(outcome.remaining()));
    response.setHeader("RateLimit-Reset", Long.toString(seconds(outcome.until())));
    if (!outcome.letIn()) {
      response.setHeader("Retry-After", Long.toString(seconds(outcome.until())));
    }
  }

  private RateLimits.Outcome count(String whom) {
    try {
      return limits.count(limit, whom);
    } catch (RuntimeException e) {
      LOG.warn("requests are not counted limit={} because={}", limit.name(), e.toString());
      return new RateLimits.Outcome(true, 0, Duration.ZERO);
    }
  }

  /** Rounded up: a client that waits so long is let in. */
  private static long seconds(Duration wait) {
    return wait.isZero() ? 0 : wait.toSeconds() + 1;
  }
}
