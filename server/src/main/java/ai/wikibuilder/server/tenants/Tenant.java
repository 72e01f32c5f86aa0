package ai.wikibuilder.server.tenants;

/**
 * A tenant as its members see it.
 *
 * @param kind {@code personal} or {@code organisation}
 * @param plan name of its plan
 */
public record Tenant(TenantId id, String kind, String name, String plan) {}
