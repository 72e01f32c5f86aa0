/**
 * Builds in the background: accepted, queued, taken in fair turns, run by workers, published once.
 *
 * <p>In: a wish for a wiki. Out: {@link ai.wikibuilder.server.jobs.Build} and its events. Entry:
 * {@link ai.wikibuilder.server.jobs.Builds}. A process with the role {@code worker} also runs them
 * ({@code jobs.work}); one without accepts and shows them. Limits: those of the tenant's plan, and
 * {@link ai.wikibuilder.server.jobs.JobSettings}.
 */
@ApplicationModule(
    allowedDependencies = {
      "database",
      "tenants",
      "quota",
      "models",
      "engine",
      "git",
      "repositories",
      "storage",
      "telemetry"
    })
@NullMarked
package ai.wikibuilder.server.jobs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
