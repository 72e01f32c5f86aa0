package ai.wikibuilder.server.hooks;

import ai.wikibuilder.server.repositories.RepositoryId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A hook as it is shown; its secret is not. Immutable.
 *
 * @param branch whose pushes are heard; that of the wiki when empty
 * @param heardAt when its host sent something last that was signed
 */
public record Webhook(
    UUID id,
    RepositoryId repository,
    HookHost host,
    Optional<String> branch,
    Instant createdAt,
    Optional<Instant> heardAt) {}
