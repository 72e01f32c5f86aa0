package ai.wikibuilder.server.accounts;

import java.net.URI;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * How accounts are made, and where people meet the server. Immutable.
 *
 * @param configuredPages address of the pages as it is set; never taken from a request
 * @param listening address that is listened on; asked when it is needed, since the port may not be
 *     known before
 * @param mail what letters go out by; without it they are written to the log
 */
public record AccountSettings(
    RegistrationMode registration,
    Optional<URI> configuredPages,
    Supplier<URI> listening,
    Optional<MailSettings> mail) {

  /** Address of the pages, for links in letters. */
  public URI pages() {
    return configuredPages.orElseGet(listening);
  }
}
