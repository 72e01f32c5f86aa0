/**
 * What builds made, on disk: one folder for the index and one for the wiki of each generation, and
 * the working folder of each repository.
 *
 * <p>In: a finished {@code generations.Generation} of the engine. Out: {@link
 * ai.wikibuilder.server.storage.PinnedGeneration}, which stays readable while it is held. Entry:
 * {@link ai.wikibuilder.server.storage.GenerationStore}. The layout is in {@link
 * ai.wikibuilder.server.storage.StorageFolders}; files and manifest are the engine's.
 */
@ApplicationModule(allowedDependencies = {"tenants", "repositories", "telemetry"})
@NullMarked
package ai.wikibuilder.server.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
