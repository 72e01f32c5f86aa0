package ai.wikibuilder.server.storage;

import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.Optional;

/** Whose generation it is, and which. */
public record StoredAt(TenantId tenant, RepositoryId repository, GenerationId generation) {
  /** What readers of a repository are shown: its tenant's own, or the one that all share. */
  public static Optional<StoredAt> shown(Repository repository) {
    return repository
        .generation()
        .map(GenerationId::new)
        .map(generation ->
            repository
                .shared()
                .map(shared -> new StoredAt(TenantId.PUBLIC, shared, generation))
                .orElseGet(() -> new StoredAt(repository.tenant(), repository.id(), generation)));
  }
}
