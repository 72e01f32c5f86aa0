package ai.wikibuilder.server.accounts.browsers;

import ai.wikibuilder.server.accounts.tokens.Caller;

/**
 * Somebody who is signed in with a browser, for one request. Immutable.
 *
 * @param caller the person, with every scope; {@code family} is the session
 * @param email the person's address, to be shown
 */
public record Visit(Caller caller, String email) {}
