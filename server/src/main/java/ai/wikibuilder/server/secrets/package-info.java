/**
 * Secrets of tenants at rest: each is encrypted with a key of its own, which is encrypted with the
 * master key, and is bound to the tenant, the user and the purpose it was stored for.
 *
 * <p>In: bytes and a {@link ai.wikibuilder.server.secrets.SecretOwner}. Out: bytes that say nothing
 * without the master key. Entry: {@link ai.wikibuilder.server.secrets.SecretBox}. Throws {@link
 * ai.wikibuilder.server.secrets.SecretsException} alone.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package ai.wikibuilder.server.secrets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
