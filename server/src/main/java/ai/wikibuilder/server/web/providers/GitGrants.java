package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.providers.ProviderLogins.Return;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.LocalPath;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Keeps what a provider gave for private repositories. Threads may share it. */
@Component
final class GitGrants {
  private final GitCredentials credentials;
  private final Admission admission;

  GitGrants(GitCredentials credentials, Admission admission) {
    this.credentials = credentials;
    this.admission = admission;
  }

  /**
   * Keeps it for the tenant it was asked for.
   *
   * @return the page on which repositories are picked
   * @throws TenantException NOT_FOUND when the caller is not in the tenant any more
   */
  LocalPath keep(Caller caller, Return back) {
    TenantId tenant = admitted(caller, new Luggage(back.entry()).tenant());
    GitHost host = new GitHost(back.provider().gitHost().orElseThrow());
    credentials.putGranted(tenant, caller.user(), host, back.granted().orElseThrow());
    return new LocalPath("/settings/git/repositories?tenant=%s&host=%s".formatted(tenant, host));
  }

  /**
   * The tenant that is named, the caller's own when none is.
   *
   * @throws TenantException NOT_FOUND, FORBIDDEN
   */
  TenantId admitted(Caller caller, String named) {
    return admission.admit(caller, id(named), Role.MEMBER, Scope.ACCOUNT);
  }

  private static @Nullable UUID id(String named) {
    try {
      return named.isEmpty() ? null : UUID.fromString(named);
    } catch (IllegalArgumentException e) {
      throw TenantException.notFound(); // typed by hand: the same as one that is unknown
    }
  }
}
