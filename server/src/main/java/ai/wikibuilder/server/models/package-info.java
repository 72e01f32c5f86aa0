/**
 * Models as tenants may use them: a key of the person's own, or the central one under the plan.
 *
 * <p>In: a tenant, a person and the most that work may cost. Out: {@link
 * ai.wikibuilder.server.models.HeldModels}, each of whose calls is written down before the work
 * goes on. Entry: {@link ai.wikibuilder.server.models.TenantModels}.
 */
@ApplicationModule(allowedDependencies = {"tenants", "keys", "quota", "engine", "telemetry"})
@NullMarked
package ai.wikibuilder.server.models;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
