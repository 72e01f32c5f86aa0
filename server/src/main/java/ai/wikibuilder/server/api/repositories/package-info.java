/**
 * Repositories over {@code /api}.
 *
 * <p>In: JSON. Out: JSON. Entry: {@link ai.wikibuilder.server.api.repositories.RepositoryApi}.
 */
@NullMarked
package ai.wikibuilder.server.api.repositories;

import org.jspecify.annotations.NullMarked;
