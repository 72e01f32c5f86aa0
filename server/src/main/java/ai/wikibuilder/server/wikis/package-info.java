/**
 * Wikis as they are read: pages, source, search, maps, answered from the generation that readers
 * are shown.
 *
 * <p>In: a tenant's repository. Out: {@link ai.wikibuilder.server.wikis.ReadWiki}, held for the
 * length of a request. Entry: {@link ai.wikibuilder.server.wikis.Wikis}; {@link
 * ai.wikibuilder.server.wikis.Readers} says who may read which repository.
 */
@ApplicationModule(allowedDependencies = {"tenants", "repositories", "storage"})
@NullMarked
package ai.wikibuilder.server.wikis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
