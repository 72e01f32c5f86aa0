package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.quota.WorkRates;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import ai.wikibuilder.server.wikis.Readers;
import ai.wikibuilder.server.wikis.Readers.Reader;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides whether a caller may reach a tenant, and as what. Threads may share it. */
@Component
public final class Admission {
  private final Tenants tenants;
  private final Readers readers;
  private final Standing standing;
  private final WorkRates rates;

  Admission(Tenants tenants, Readers readers, Standing standing, WorkRates rates) {
    this.tenants = tenants;
    this.readers = readers;
    this.standing = standing;
    this.rates = rates;
  }

  /**
   * The tenant, when the caller is in it, with at least that role, and the token reaches so far.
   *
   * @param named id from the request; null means the caller's usual tenant
   * @throws TenantException NOT_FOUND when the caller is not in it or it is none, FORBIDDEN when
   *     the role or the scope is too little
   */
  public TenantId admit(Caller caller, @Nullable UUID named, Role role, Scope scope) {
    TenantId tenant = named == null ? caller.usualTenant() : new TenantId(named);
    Optional<Role> held =
        caller.mayReach(tenant) ? tenants.roleOf(caller.user(), tenant) : Optional.empty();
    if (held.isEmpty()) {
      throw TenantException.notFound();
    }
    if (!held.get().mayAsMuchAs(role)) {
      throw forbidden();
    }
    require(caller, scope);
    return tenant;
  }

  /**
   * The tenant of a repository, when the caller may read it, or is in it with at least that role.
   *
   * @param least READER lets everybody in who may read, also from elsewhere where it is published
   * @throws TenantException NOT_FOUND when the caller may not read it or there is none, FORBIDDEN
   *     when the role or the scope is too little
   */
  public TenantId admitTo(Caller caller, UUID repository, Role least, Scope scope) {
    Reader reader =
        readers
            .of(Optional.of(caller.user()), new RepositoryId(repository))
            .filter(found -> found.role().isEmpty() || caller.mayReach(found.tenant()))
            .orElseThrow(TenantException::notFound);
    boolean enough =
        reader.role().map(held -> held.mayAsMuchAs(least)).orElse(least == Role.READER);
    if (!enough) {
      throw forbidden();
    }
    require(caller, scope);
    return reader.tenant();
  }

  /**
   * Counts what takes more than a look into tables, for the tenant of whoever asks: readers of what
   * is published do not use up its owners' turns.
   *
   * @throws ai.wikibuilder.server.quota.QuotaException RATE
   */
  public void count(Caller caller, TenantId tenant, Work work) {
    rates.require(isIn(caller, tenant) ? tenant : caller.usualTenant(), work);
  }

  /** Whether the caller is in the tenant, and speaks for it. */
  public boolean isIn(Caller caller, TenantId tenant) {
    return caller.mayReach(tenant) && tenants.roleOf(caller.user(), tenant).isPresent();
  }

  /** Whether the caller is in the tenant with at least that role. */
  public boolean isIn(Caller caller, TenantId tenant, Role least) {
    return caller.mayReach(tenant)
        && tenants
            .roleOf(caller.user(), tenant)
            .filter(role -> role.mayAsMuchAs(least))
            .isPresent();
  }

  /** For a stream: whether the caller may still see what the tenant's members see. */
  public Standing.Held hold(Caller caller, TenantId tenant) {
    return standing.hold(caller, tenant, Optional.empty());
  }

  /** The same for what everybody sees too while the repository is published. */
  public Standing.Held hold(Caller caller, TenantId tenant, RepositoryId repository) {
    return standing.hold(caller, tenant, Optional.of(repository));
  }

  /** Refuses a token that was not made for this. */
  public static void require(Caller caller, Scope scope) {
    if (!caller.scopes().contains(scope)) {
      throw forbidden();
    }
  }

  private static TenantException forbidden() {
    return new TenantException(
        TenantException.Kind.FORBIDDEN, "Your role or your token does not allow this.");
  }
}
