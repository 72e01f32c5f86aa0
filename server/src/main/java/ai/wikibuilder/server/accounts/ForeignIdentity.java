package ai.wikibuilder.server.accounts;

import java.util.Optional;

/**
 * Somebody as another provider has proven it just now.
 *
 * @param authority whose word it is, an address
 * @param subject who it is there; never changes and is never given to somebody else
 * @param verifiedEmail an address of the person's that the provider has verified
 * @param shownAs how the person is known there; says nothing about who it is
 */
public record ForeignIdentity(
    String authority, String subject, Optional<EmailAddress> verifiedEmail, String shownAs) {}
