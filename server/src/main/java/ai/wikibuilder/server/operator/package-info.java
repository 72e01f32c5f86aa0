/**
 * What whoever runs the installation sees and decides: tenants and their plans, people, what was
 * spent. Never what is in a tenant: no repository, no wiki, no question, only how many and how
 * much.
 *
 * <p>In: an {@link ai.wikibuilder.server.operator.Operator}, which only an operator's own session
 * gives. Out: lists, the newest first, and changes that are written down. Entry: {@link
 * ai.wikibuilder.server.operator.Installation}. Its statements are system transactions, since they
 * are about all tenants.
 */
@ApplicationModule(
    allowedDependencies = {"accounts", "accounts::tokens", "audit", "quota", "tenants"})
@NullMarked
package ai.wikibuilder.server.operator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
