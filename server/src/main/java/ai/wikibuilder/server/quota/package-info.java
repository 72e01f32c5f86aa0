/**
 * What a tenant may use, and what it has used: plans as data, usage call by call, what is held back
 * for work that is going on, limits of rates.
 *
 * <p>In: a tenant. Out: {@link ai.wikibuilder.server.quota.Plan}, {@link
 * ai.wikibuilder.server.quota.UsageSummary}. Entries: {@link ai.wikibuilder.server.quota.Plans},
 * {@link ai.wikibuilder.server.quota.Usage}, {@link ai.wikibuilder.server.quota.Allowance}.
 */
@ApplicationModule(allowedDependencies = {"tenants", "telemetry"})
@NullMarked
package ai.wikibuilder.server.quota;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
