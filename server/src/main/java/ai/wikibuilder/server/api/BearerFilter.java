package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Bearers;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.quota.CountedAddress;
import ai.wikibuilder.server.quota.RateLimit;
import ai.wikibuilder.server.quota.RateLimitFilter;
import ai.wikibuilder.server.quota.RateLimits;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Finds out who a request comes from. A token that is no good is refused even where none is needed,
 * and counts for the address it came from: an address that goes on and on with such tokens is
 * answered without a look at them, good ones too, until it pauses. What it may do is as much as one
 * person may ask, so that a forgotten script does not shut its whole house out.
 */
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Bearers bearers;
  private final Wrong wrong;
  private final ProblemWriter problems;

  BearerFilter(Bearers bearers, Wrong wrong, ProblemWriter problems) {
    this.bearers = bearers;
    this.wrong = wrong;
    this.problems = problems;
  }

  /** How many tokens of one address may be no good. */
  record Wrong(RateLimits limits, RateLimit limit) {}

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    String address = CountedAddress.of(request);
    Optional<RateLimits.Outcome> refusal = wrong.limits().refusal(wrong.limit(), address);
    if (refusal.isPresent()) {
      refuse(response, refusal.get());
      return;
    }
    try {
      Optional<Caller> caller =
          headers.size() == 1
                  && headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
              ? bearers.caller(headers.getFirst().substring(SCHEME.length()).strip())
              : Optional.empty();
      if (caller.isEmpty()) {
        refuse(response, wrong.limits().count(wrong.limit(), address));
        return;
      }
      SecurityContext context = SecurityContextHolder.createEmptyContext();
      context.setAuthentication(
          UsernamePasswordAuthenticationToken.authenticated(caller.get(), null, List.of()));
      SecurityContextHolder.setContext(context);
    } catch (TransactionException | DataAccessException e) {
      problems.write(response, Problem.of(Outage.of(e).orElse(Outage.AWAY)));
      return;
    }
    chain.doFilter(request, response);
  }

  private void refuse(HttpServletResponse response, RateLimits.Outcome outcome) throws IOException {
    if (outcome.letIn()) {
      problems.write(response, Problem.unauthorized());
    } else {
      RateLimitFilter.tell(response, wrong.limit(), outcome);
      problems.write(response, Problem.tooMany());
    }
  }
}
