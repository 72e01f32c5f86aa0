package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Whoever a request comes from, proven. Immutable.
 *
 * @param onlyTenant the one tenant a personal token is good for
 * @param credential what proved it: the id of a browser's session, of a login of the API or of a
 *     personal token
 */
public record Caller(
    UserId user,
    boolean operator,
    TenantId personalTenant,
    Optional<TenantId> onlyTenant,
    Set<Scope> scopes,
    UUID credential) {
  public Caller {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the tenant is one the token can speak of; being in it is another question. */
  public boolean mayReach(TenantId tenant) {
    return onlyTenant.map(tenant::equals).orElse(true);
  }

  /** The login the request belongs to; none for a personal token. */
  public Optional<UUID> family() {
    return onlyTenant.isPresent() ? Optional.empty() : Optional.of(credential);
  }

  /** The tenant that is meant when none is named. */
  public TenantId usualTenant() {
    return onlyTenant.orElse(personalTenant);
  }
}
