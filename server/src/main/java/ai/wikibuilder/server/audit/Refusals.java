package ai.wikibuilder.server.audit;

import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimits;
import ai.wikibuilder.server.tenants.Actor;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Writes down that somebody who is signed in was not given what they asked for: it is not theirs,
 * is not there, or takes another role or token. A few entries of a person an hour, so that nobody
 * fills the audit: the first ones say what the others would.
 */
@Component
final class Refusals implements HandlerInterceptor, WebMvcConfigurer {
  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  /** Entries of one person. */
  private static final RateLimit LIMIT = new RateLimit("refusals", 20, Duration.ofHours(1));

  private final Supplier<Actor> actor;
  private final RateLimits limits;
  private final SystemTransactions system;

  Refusals(RequestActor actor, RateLimits limits, SystemTransactions system) {
    this.actor = actor;
    this.limits = limits;
    this.system = system;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this);
  }

  @Override
  public void afterCompletion(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable Exception thrown) {
    if (request.getAttribute(DispatcherServlet.EXCEPTION_ATTRIBUTE) instanceof TenantException e
        && isRefusal(e)) {
      actor.get().user().ifPresent(user -> note(user, request));
    }
  }

  private static boolean isRefusal(TenantException failure) {
    return failure.kind() == TenantException.Kind.NOT_FOUND
        || failure.kind() == TenantException.Kind.FORBIDDEN;
  }

  /** The route, and not the address: people type all kinds of things into that. */
  private void note(UserId user, HttpServletRequest request) {
    String route =
        request.getMethod()
            + " "
            + request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
    try {
      if (limits.count(LIMIT, user.toString()).letIn()) {
        system.run(rows -> {
          rows.record(user, new AuditEntry(AuditAction.ACCESS_REFUSED, route));
          return route;
        });
      }
    } catch (TransactionException | DataAccessException e) {
      // The answer has been given; what was refused stays so.
      LOG.warn("refusal not written route={} kind={}", route, e.getClass().getSimpleName());
    }
  }
}
