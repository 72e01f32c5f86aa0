package ai.wikibuilder.server.operator;

import java.util.UUID;

/** What one tenant has used this month, UTC: calls, tokens, millionths of a dollar. */
public record Spend(UUID tenant, String name, long calls, long tokens, long microDollars) {}
