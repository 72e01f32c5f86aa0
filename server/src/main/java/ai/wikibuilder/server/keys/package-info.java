/**
 * Keys that people leave here for models of their own. Written once, shown as the last four
 * characters, opened where the call is made.
 *
 * <p>In: a tenant, a user and a key. Out: {@link ai.wikibuilder.server.keys.ModelKey}. Entry:
 * {@link ai.wikibuilder.server.keys.ModelKeys}.
 */
@ApplicationModule(allowedDependencies = {"tenants", "secrets"})
@NullMarked
package ai.wikibuilder.server.keys;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
