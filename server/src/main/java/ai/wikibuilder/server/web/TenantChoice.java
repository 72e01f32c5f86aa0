package ai.wikibuilder.server.web;

import java.util.UUID;

/**
 * A tenant that a page can be about.
 *
 * @param name as it was given; a person's own tenant is called the same for everybody
 * @param isPersonal whether it is a person's own
 * @param current whether the page is about this one
 */
public record TenantChoice(UUID id, String name, boolean isPersonal, boolean current) {}
