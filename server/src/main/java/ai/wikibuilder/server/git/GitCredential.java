package ai.wikibuilder.server.git;

import java.time.Instant;
import java.util.Optional;

/**
 * A token as its owner sees it later.
 *
 * @param provider the login provider that gave it; none for one that was typed
 * @param expiresAt when it stops working, as far as that is known
 */
public record GitCredential(
    GitHost host,
    String lastFour,
    Optional<String> provider,
    Optional<Instant> expiresAt,
    Instant updatedAt) {}
