package ai.wikibuilder.server.web;

import java.util.UUID;

/**
 * A tenant that a page can be about.
 *
 * @param current whether it is about this one
 */
public record TenantChoice(UUID id, String name, boolean current) {}
