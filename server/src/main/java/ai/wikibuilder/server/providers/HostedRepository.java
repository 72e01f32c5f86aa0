package ai.wikibuilder.server.providers;

import java.util.Optional;

/**
 * A repository as its host lists it.
 *
 * @param name with the names above it: {@code owner/name}
 * @param address what is cloned
 * @param description none when its owner wrote none
 */
public record HostedRepository(
    String name, String address, boolean isPrivate, Optional<String> description) {}
