/**
 * What a request shows instead of a password: short access tokens that are signed, the rotating
 * tokens they are renewed with, and personal tokens for the command line, CI and agents.
 *
 * <p>In: an account that has been entered, or the text after {@code Bearer}. Out: {@link
 * ai.wikibuilder.server.accounts.tokens.Caller}. Entries: {@link
 * ai.wikibuilder.server.accounts.tokens.TokenFamilies}, {@link
 * ai.wikibuilder.server.accounts.tokens.ApiTokens}, {@link
 * ai.wikibuilder.server.accounts.tokens.Bearers}.
 */
@NamedInterface("tokens")
@NullMarked
package ai.wikibuilder.server.accounts.tokens;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
