package ai.wikibuilder.server.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Refuses parameters that cannot be read: bytes that are no UTF-8, a percent sign without its
 * digits, too many of them. Tomcat says so to whoever asks for a parameter first, and that was
 * anywhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
final class ParameterFilter extends OncePerRequestFilter {
  private final ProblemWriter problems;

  ParameterFilter(JsonMapper json) {
    this.problems = new ProblemWriter(json);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    try {
      request.getParameterMap();
    } catch (InvalidParameterException e) {
      HttpStatus status = HttpStatus.resolve(e.getErrorCode());
      problems.write(
          request,
          response,
          Problem.of(
              status == null || !status.is4xxClientError() ? HttpStatus.BAD_REQUEST : status,
              "invalid",
              "The parameters cannot be read: expected some in UTF-8, percent-encoded, and not too many."));
      return;
    }
    chain.doFilter(request, response);
  }
}
