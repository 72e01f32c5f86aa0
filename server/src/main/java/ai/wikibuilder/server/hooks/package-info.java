/**
 * Git hosts that tell of pushes: each hook has a secret of its own, which signs what its host
 * sends, and a push to the branch of the wiki has it built.
 *
 * <p>In: what a host sent, byte for byte. Out: a build, or why there is none. Entries: {@link
 * ai.wikibuilder.server.hooks.Webhooks} keeps them, {@link ai.wikibuilder.server.hooks.Pushes}
 * hears them. Limits: what is sent twice is heard once, for {@link
 * ai.wikibuilder.server.hooks.Pushes} remembers its digest.
 */
@ApplicationModule(allowedDependencies = {"tenants", "secrets", "repositories", "jobs", "quota"})
@NullMarked
package ai.wikibuilder.server.hooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
