/**
 * Letters to people about their account: what they say, and how they go out.
 *
 * <p>In: an address, and the secret of a link. Out: mail by SMTP, or a line in the log where none
 * is set up. Entry: {@link ai.wikibuilder.server.accounts.letters.Letters}.
 */
@NullMarked
package ai.wikibuilder.server.accounts.letters;

import org.jspecify.annotations.NullMarked;
