/**
 * The way out to other providers and back: logins there, linking them, private repositories.
 *
 * <p>In: somebody who wants to go, an address a provider sends a browser back to. Out: a session, a
 * linked login, a git token. What is believed is decided in {@code
 * ai.wikibuilder.server.providers}.
 */
@NullMarked
package ai.wikibuilder.server.web.providers;

import org.jspecify.annotations.NullMarked;
