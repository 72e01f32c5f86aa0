package ai.wikibuilder.server.tenants;

import java.time.Instant;

/** A person in a tenant. */
public record Membership(TenantId tenant, UserId user, Role role, Instant since) {}
