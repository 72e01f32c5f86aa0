package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.tenants.TenantException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the caller is logged in. */
@RestController
@RequestMapping("/api/sessions")
final class SessionApi {
  private final Sessions sessions;

  SessionApi(Sessions sessions) {
    this.sessions = sessions;
  }

  /**
   * One login.
   *
   * @param current whether it is the one this request belongs to
   */
  record SessionReply(
      UUID id,
      String kind,
      String device,
      String address,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt,
      boolean current) {}

  @GetMapping
  List<SessionReply> list(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.ACCOUNT);
    return sessions.of(caller.user()).stream()
        .map(session ->
            new SessionReply(
                session.id(),
                session.kind(),
                session.device().name(),
                session.device().address(),
                session.createdAt(),
                session.lastSeenAt(),
                session.expiresAt(),
                Optional.of(session.id()).equals(caller.family())))
        .toList();
  }

  /** Ends every session, the caller's own too. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void endAll(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.ACCOUNT);
    sessions.endAll(caller.user());
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void end(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Admission.require(caller, Scope.ACCOUNT);
    if (!sessions.end(caller.user(), id)) {
      throw TenantException.notFound();
    }
  }
}
