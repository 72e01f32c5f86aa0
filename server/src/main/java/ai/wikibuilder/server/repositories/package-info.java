/**
 * The repositories of tenants: added by address, listed, published, deleted.
 *
 * <p>In: a tenant and an address that somebody typed. Out: {@link
 * ai.wikibuilder.server.repositories.Repository}. Entry: {@link
 * ai.wikibuilder.server.repositories.Repositories}. Limits: the plan's number of repositories,
 * counted under a lock; what an address may be is the engine's to say.
 */
@ApplicationModule(allowedDependencies = {"tenants", "quota", "engine"})
@NullMarked
package ai.wikibuilder.server.repositories;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
