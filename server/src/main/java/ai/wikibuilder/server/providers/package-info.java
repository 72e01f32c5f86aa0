/**
 * Logins at other providers: GitHub, GitLab and whoever speaks OpenID Connect. What is sent there,
 * and whether what comes back may be believed.
 *
 * <p>In: the configured providers, a browser that is sent away and comes back. Out: {@link
 * ai.wikibuilder.server.providers.ProvenIdentity}, which the module accounts turns into a person,
 * and tokens for private repositories where somebody asked for these. Entry: {@link
 * ai.wikibuilder.server.providers.ProviderLogins}. The protocol is the library's; who is connected
 * to is decided by the guard of {@code outbound}, as for every address. Throws {@link
 * ai.wikibuilder.server.providers.ProviderException} alone.
 */
@ApplicationModule(allowedDependencies = {"accounts", "engine", "git", "secrets", "tenants"})
@NullMarked
package ai.wikibuilder.server.providers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
