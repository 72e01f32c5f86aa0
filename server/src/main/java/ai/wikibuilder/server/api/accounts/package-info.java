/**
 * Accounts, tenants and what belongs to them over {@code /api}: entering, sessions, tokens,
 * invitations, model keys, plans and usage.
 *
 * <p>In: JSON. Out: JSON. Entries: the classes named {@code …Api}, one for each group of routes.
 */
@NullMarked
package ai.wikibuilder.server.api.accounts;

import org.jspecify.annotations.NullMarked;
