package ai.wikibuilder.server.tenants;

import java.time.Instant;
import java.util.UUID;

/** Somebody who may join a tenant. */
public record Invitation(
    UUID id, TenantId tenant, String email, Role role, Instant createdAt, Instant expiresAt) {}
