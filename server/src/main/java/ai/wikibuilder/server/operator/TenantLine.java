package ai.wikibuilder.server.operator;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A tenant as the operator sees it: how much, and nothing of what.
 *
 * @param tokens tokens of this month, UTC
 * @param microDollars what models did cost this month, in millionths of a dollar
 */
public record TenantLine(
    UUID id,
    String kind,
    String name,
    String plan,
    int members,
    int repositories,
    long tokens,
    long microDollars,
    Instant createdAt,
    Optional<Instant> disabledAt) {}
