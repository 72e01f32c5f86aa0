/**
 * Tenants, and the first of the two walls between them.
 *
 * <p>Whoever reads or writes rows does so in a transaction, and there are two kinds: {@link
 * ai.wikibuilder.server.tenants.TenantTransactions} cannot be opened without a {@link
 * ai.wikibuilder.server.tenants.TenantId} and sees that tenant's rows; {@link
 * ai.wikibuilder.server.tenants.SystemTransactions} sees people and all tenants and is for what no
 * tenant can do: a login, the operator's pages, a worker's turn. Nothing else in the server holds a
 * connection. The second wall, row level security, stands in the database and would hold if a
 * statement here forgot its tenant.
 *
 * <p>In: a data source of the role that owns nothing. Out: identifiers, memberships, invitations.
 */
@ApplicationModule(allowedDependencies = "secrets")
@NullMarked
package ai.wikibuilder.server.tenants;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
