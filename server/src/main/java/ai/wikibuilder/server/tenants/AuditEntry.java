package ai.wikibuilder.server.tenants;

/**
 * Something that matters, to be written down.
 *
 * @param subject what it was done to, for people: a name, an address, a role; never a secret
 */
public record AuditEntry(AuditAction action, String subject) {}
