package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.tenants.TenantException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's logins at other providers. Linking one takes a browser. */
@RestController
@RequestMapping("/api/identities")
final class IdentityApi {
  private final Identities identities;
  private final Providers providers;

  IdentityApi(Identities identities, Providers providers) {
    this.identities = identities;
    this.providers = providers;
  }

  /**
   * One login.
   *
   * @param provider what it is called here
   * @param shownAs how the person is known there
   */
  record IdentityReply(UUID id, String provider, String shownAs, Instant createdAt) {}

  @GetMapping
  List<IdentityReply> list(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.ACCOUNT);
    return identities.of(caller.user()).stream()
        .map(identity ->
            new IdentityReply(
                identity.id(),
                providers.label(identity.authority()),
                identity.shownAs(),
                identity.createdAt()))
        .toList();
  }

  /** Takes it away, unless it is the last way in. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void unlink(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    Admission.require(caller, Scope.ACCOUNT);
    if (!identities.unlink(caller.user(), id)) {
      throw TenantException.notFound();
    }
  }
}
