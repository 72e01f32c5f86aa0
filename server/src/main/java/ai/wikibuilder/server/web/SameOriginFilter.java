package ai.wikibuilder.server.web;

import ai.wikibuilder.server.web.words.Languages;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses forms that a browser says come from another site. The word in the form would refuse them
 * too; this holds when that word has leaked. Browsers say {@code Sec-Fetch-Site}, old ones {@code
 * Origin}; what is no browser says neither and needs the word all the same.
 */
final class SameOriginFilter extends OncePerRequestFilter {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  /** From a page of ours, or from the person: a reload, a bookmark. */
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final Optional<URI> pages;
  private final Languages languages;

  /**
   * Makes one.
   *
   * @param pages address that people reach the pages by, where it is set; otherwise it is the one
   *     the request names
   */
  SameOriginFilter(Optional<URI> pages, Languages languages) {
    this.pages = pages;
    this.languages = languages;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (READING.contains(request.getMethod()) || isOurs(request)) {
      chain.doFilter(request, response);
    } else {
      PlainAnswer.write(
          response,
          HttpStatus.FORBIDDEN,
          pages
              .map(address -> languages.of(request).say("form.foreign.at", address.toString()))
              .orElseGet(() -> languages.of(request).say("form.foreign")));
    }
  }

  private boolean isOurs(HttpServletRequest request) {
    List<String> sites = Collections.list(request.getHeaders("Sec-Fetch-Site"));
    if (!sites.isEmpty()) {
      return sites.size() == 1 && OURS.contains(sites.getFirst());
    }
    List<String> origins = Collections.list(request.getHeaders("Origin"));
    return origins.isEmpty() || origins.equals(List.of(expected(request)));
  }

  private String expected(HttpServletRequest request) {
    URI address = pages.orElseGet(() -> URI.create(request.getRequestURL().toString()));
    return "%s://%s".formatted(address.getScheme(), address.getRawAuthority());
  }
}
