package ai.wikibuilder.server.web;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Repositories that the addresses of pages name. Threads may share it. */
@Component
public final class NamedRepositories {
  private final Admission admission;
  private final Repositories repositories;

  NamedRepositories(Admission admission, Repositories repositories) {
    this.admission = admission;
    this.repositories = repositories;
  }

  /**
   * The repository, for somebody who is signed in.
   *
   * @param role least in its tenant; readers need no more than to read
   * @throws ai.wikibuilder.server.tenants.TenantException NOT_FOUND for what is foreign or unknown,
   *     FORBIDDEN
   */
  public Repository find(Frame frame, UUID id, Role role) {
    RepositoryId repository = new RepositoryId(id);
    Scope scope = role == Role.READER ? Scope.READ : Scope.WRITE;
    TenantId tenant =
        admission.admit(frame.caller(), repositories.tenantOf(repository).value(), role, scope);
    return repositories.find(tenant, repository);
  }
}
