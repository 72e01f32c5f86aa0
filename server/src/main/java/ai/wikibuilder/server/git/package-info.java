/**
 * Tokens that people leave here for git hosts. Written once, shown as the last four characters,
 * opened where a repository is fetched or a host's list of them is read.
 *
 * <p>In: a tenant, a user, a host and a token. Out: the token, for that host alone. Entry: {@link
 * ai.wikibuilder.server.git.GitCredentials}.
 */
@ApplicationModule(allowedDependencies = {"tenants", "secrets"})
@NullMarked
package ai.wikibuilder.server.git;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
