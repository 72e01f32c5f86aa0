package ai.wikibuilder.server.tenants;

/** A tenant and what one person may do in it. */
public record TenantOfMember(Tenant tenant, Role role) {}
