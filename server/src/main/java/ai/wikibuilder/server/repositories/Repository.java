package ai.wikibuilder.server.repositories;

import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A repository as its tenant's members see it. Immutable.
 *
 * @param generation what readers are shown; empty until the first build is done
 * @param shared the repository of the tenant {@code public} that the generation belongs to, where
 *     all tenants share it
 */
public record Repository(
    RepositoryId id,
    TenantId tenant,
    RepositoryAddress address,
    Visibility visibility,
    Instant createdAt,
    Optional<Instant> lastGeneratedAt,
    Optional<UUID> generation,
    Optional<RepositoryId> shared) {}
