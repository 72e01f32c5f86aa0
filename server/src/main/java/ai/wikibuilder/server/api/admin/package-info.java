/**
 * The installation over {@code /api}, for its operator: tenants, people, plans, what was spent and
 * what has happened.
 *
 * <p>In: JSON. Out: JSON, lists in parts: {@code next} of one is {@code before} of the following
 * request. Entries: the classes named {@code …Api}.
 */
@NullMarked
package ai.wikibuilder.server.api.admin;

import org.jspecify.annotations.NullMarked;
