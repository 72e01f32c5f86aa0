/**
 * What an operator's Prometheus reads of a process: numbers of the whole installation, in label
 * sets that are closed, so that no tenant, person, repository, address or secret is ever part of
 * one.
 *
 * <p>In: what other modules count. Out: {@code /actuator/prometheus} on the management port. Entry:
 * {@link ai.wikibuilder.server.telemetry.Metrics}; {@link ai.wikibuilder.server.telemetry.Metric}
 * names each. Counting costs some nanoseconds; what has to be asked of the database is asked when
 * somebody reads.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ai.wikibuilder.server.telemetry;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
