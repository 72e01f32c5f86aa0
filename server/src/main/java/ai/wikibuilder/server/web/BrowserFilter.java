package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.browsers.BrowserEntrance;
import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.database.Outage;
import ai.wikibuilder.server.web.words.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who is signed in, by the cookie alone. */
final class BrowserFilter extends OncePerRequestFilter {
  private final BrowserEntrance entrance;
  private final Languages languages;

  BrowserFilter(BrowserEntrance entrance, Languages languages) {
    this.entrance = entrance;
    this.languages = languages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      Optional<Visit> visit = entrance.visit(request);
      if (visit.isPresent()) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
            UsernamePasswordAuthenticationToken.authenticated(visit.get(), null, List.of()));
        SecurityContextHolder.setContext(context);
      }
    } catch (TransactionException | DataAccessException e) {
      PlainAnswer.write(
          response,
          HttpStatus.SERVICE_UNAVAILABLE,
          languages.of(request).retell(Outage.of(e).orElse(Outage.AWAY).sentence()));
      return;
    }
    chain.doFilter(request, response);
  }
}
