/**
 * What programs ask about git hosts: the caller's tokens for them, and which repositories a token
 * may read.
 *
 * <p>In: requests of a caller. Out: JSON, in which no token is shown. Entries: {@code
 * GitSettingsApi}, {@code HostedRepositoriesApi}.
 */
@NullMarked
package ai.wikibuilder.server.api.git;

import org.jspecify.annotations.NullMarked;
