package ai.wikibuilder.server.audit;

import ai.wikibuilder.server.accounts.browsers.Visit;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.tenants.Actor;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/** Who acts on this thread: whoever its request comes from, in a browser or through the API. */
@Component
final class RequestActor implements Supplier<Actor> {
  @Override
  public Actor get() {
    RequestAttributes request = RequestContextHolder.getRequestAttributes();
    return request instanceof ServletRequestAttributes servlet
        ? new Actor(user(), servlet.getRequest().getRemoteAddr())
        : Actor.nobody();
  }

  private static Optional<UserId> user() {
    var authentication = SecurityContextHolder.getContext().getAuthentication();
    Object principal = authentication == null ? null : authentication.getPrincipal();
    return switch (principal) {
      case Visit visit -> Optional.of(visit.caller().user());
      case Caller caller -> Optional.of(caller.user());
      case null, default -> Optional.empty();
    };
  }
}
