package ai.wikibuilder.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.UrlPathHelper;

/**
 * Answers only what the roles of this process are for: {@code api} the addresses of programs,
 * {@code ui} all others, {@code worker} none. What another process is for does not exist here.
 */
final class RoleFilter extends OncePerRequestFilter {
  private static final List<String> ADDRESSES_OF_PROGRAMS =
      List.of("/api", "/mcp", "/openapi.json", "/.well-known", "/hooks", "/badge");

  private final Set<ServerRole> roles;

  RoleFilter(Set<ServerRole> roles) {
    this.roles = Set.copyOf(roles);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (roles.contains(role(UrlPathHelper.defaultInstance.getPathWithinApplication(request)))) {
      chain.doFilter(request, response);
    } else {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
  }

  private static ServerRole role(String address) {
    boolean isOfPrograms =
        ADDRESSES_OF_PROGRAMS.stream()
            .anyMatch(begin -> address.equals(begin) || address.startsWith(begin + "/"));
    return isOfPrograms ? ServerRole.API : ServerRole.UI;
  }
}
