package ai.wikibuilder.server.operator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person as the operator sees one.
 *
 * @param sessions logins that are good, in browsers and of the API
 */
public record PersonLine(
    UUID id,
    String email,
    boolean operator,
    boolean verified,
    int sessions,
    Instant createdAt,
    Optional<Instant> lastLoginAt,
    Optional<Instant> disabledAt) {}
