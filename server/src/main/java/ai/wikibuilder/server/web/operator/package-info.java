/**
 * Pages of whoever runs the installation: tenants and their plans, people, plans, what was spent,
 * what has happened. They show how much, never what is in a tenant.
 *
 * <p>In: an operator who is signed in. Out: pages. They call what {@code /api/admin} calls.
 */
@NullMarked
package ai.wikibuilder.server.web.operator;

import org.jspecify.annotations.NullMarked;
