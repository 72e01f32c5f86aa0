/**
 * Replaces the master key while servers run: a new key is added, seals from then on, what the old
 * one sealed is wrapped anew in small transactions, and the old key is disabled, then destroyed.
 *
 * <p>In: where the key is, and the database. Out: a keyset with one key, which every sealed row
 * names. Entry: {@link ai.wikibuilder.server.rotation.MasterKeyRotation}. It sees rows of all
 * tenants, hence in system transactions; it opens no secret. May be stopped anywhere and run again.
 */
@ApplicationModule(allowedDependencies = {"database", "secrets", "tenants"})
@NullMarked
package ai.wikibuilder.server.rotation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
