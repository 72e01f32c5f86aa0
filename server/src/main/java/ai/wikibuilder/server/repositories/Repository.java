package ai.wikibuilder.server.repositories;

import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A repository as its tenant's members see it. Immutable.
 *
 * @param generation what readers are shown; empty until the first build is done
 */
public record Repository(
    RepositoryId id,
    TenantId tenant,
    RepositoryAddress address,
    Visibility visibility,
    Instant createdAt,
    Optional<Instant> lastGeneratedAt,
    Optional<UUID> generation) {}
