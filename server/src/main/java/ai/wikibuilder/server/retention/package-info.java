/**
 * What goes after a while: old generations, builds, events, entries of the audit, what has expired,
 * and working folders that nobody builds in.
 *
 * <p>In: {@link ai.wikibuilder.server.retention.RetentionSettings}. Entry: {@link
 * ai.wikibuilder.server.retention.Retention}, which one worker of all runs each night. Rows go
 * here; files whose row has gone are removed by {@code storage.Sweep}, once nobody reads them. What
 * readers are shown never goes, however old it is.
 */
@ApplicationModule(
    allowedDependencies = {"tenants", "quota", "repositories", "storage", "jobs", "jobs :: leases"})
@NullMarked
package ai.wikibuilder.server.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
