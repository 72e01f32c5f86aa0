/**
 * How many false claims the checker of prose catches, and how many true ones it takes for false.
 *
 * <p>A hostile writer draws true sentences from real repositories, in many wordings, and spoils
 * three in ten: another file, other lines, another method, another number, caller and callee
 * swapped. Entry: {@link ClaimsBenchmark}.
 */
@NullMarked
package ai.wikibuilder.benchmarks.claims;

import org.jspecify.annotations.NullMarked;
