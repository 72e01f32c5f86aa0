/**
 * Measures the product from outside, as its users meet it: whole processes, wall clock, the memory
 * of all processes together, beside native git. Never ships.
 *
 * <p>Entry: {@link Benchmarks}, run by {@code benchmarks/run}. Out: {@code docs/benchmarks.md}.
 */
@NullMarked
package ai.wikibuilder.benchmarks;

import org.jspecify.annotations.NullMarked;
