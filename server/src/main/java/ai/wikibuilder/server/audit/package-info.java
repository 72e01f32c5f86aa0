/**
 * What matters and has happened: who entered and who could not, what was made, taken away, changed.
 * It is written by the transactions of {@code tenants}, together with the act or not at all; here
 * it is known who acts, and here it is read, by a tenant's owners and by the operator.
 *
 * <p>In: the request of this thread. Out: {@link ai.wikibuilder.server.audit.AuditPage}, the newest
 * entries first. Entry: {@link ai.wikibuilder.server.audit.Audit}. An entry never holds a secret
 * and is never changed; it goes when its tenant does.
 */
@ApplicationModule(
    allowedDependencies = {"accounts::browsers", "accounts::tokens", "tenants", "quota"})
@NullMarked
package ai.wikibuilder.server.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
