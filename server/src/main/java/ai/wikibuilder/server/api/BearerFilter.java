package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Bearers;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.database.Outage;
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
 * Finds out who a request comes from. A token that is no good is refused even where none is needed.
 */
final class BearerFilter extends OncePerRequestFilter {
  private static final String SCHEME = "Bearer ";

  private final Bearers bearers;
  private final ProblemWriter problems;

  BearerFilter(Bearers bearers, ProblemWriter problems) {
    this.bearers = bearers;
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    List<String> headers = Collections.list(request.getHeaders("Authorization"));
    if (headers.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    try {
      Optional<Caller> caller =
          headers.size() == 1
                  && headers.getFirst().regionMatches(true, 0, SCHEME, 0, SCHEME.length())
              ? bearers.caller(headers.getFirst().substring(SCHEME.length()).strip())
              : Optional.empty();
      if (caller.isEmpty()) {
        problems.write(response, Problem.unauthorized());
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
}
