/**
 * How many people one server serves: starts the program as an operator does, fills it with tenants,
 * and asks it for pages and answers at a fixed rate.
 */
@NullMarked
package ai.wikibuilder.benchmarks.server;

import org.jspecify.annotations.NullMarked;
