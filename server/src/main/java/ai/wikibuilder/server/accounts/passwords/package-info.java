/**
 * Passwords: which are good enough, and how they are kept. Entry: {@link
 * ai.wikibuilder.server.accounts.passwords.PasswordHashing}.
 */
@NullMarked
package ai.wikibuilder.server.accounts.passwords;

import org.jspecify.annotations.NullMarked;
