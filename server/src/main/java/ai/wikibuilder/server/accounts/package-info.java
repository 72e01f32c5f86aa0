/**
 * People: how they come to have an account, how they prove that it is theirs, how it ends.
 *
 * <p>In: what somebody types or sends. Out: {@link ai.wikibuilder.server.accounts.Account} and, in
 * {@code tokens}, a {@link ai.wikibuilder.server.accounts.tokens.Caller} for each request. Entries:
 * {@link ai.wikibuilder.server.accounts.Registration}, {@link
 * ai.wikibuilder.server.accounts.Logins}. Throws {@link
 * ai.wikibuilder.server.accounts.AccountException}. Its statements are system transactions: who
 * somebody is comes before the question which tenant is meant.
 */
@ApplicationModule(allowedDependencies = {"tenants", "secrets", "quota", "telemetry"})
@NullMarked
package ai.wikibuilder.server.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
