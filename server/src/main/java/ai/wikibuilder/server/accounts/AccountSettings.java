package ai.wikibuilder.server.accounts;

import java.net.URI;
import java.util.function.Supplier;

/**
 * How accounts are made. Immutable.
 *
 * @param pages address of the pages, for links in letters; asked when a letter is written, since
 *     the port may not be known before
 */
public record AccountSettings(RegistrationMode registration, Supplier<URI> pages) {}
