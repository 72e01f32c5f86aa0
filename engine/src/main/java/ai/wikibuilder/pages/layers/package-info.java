/**
 * Orders parts that lean on each other into layers; parts that lean on each other in a circle share
 * one, unless the lines that lead back are few.
 *
 * <p>In: a graph of small numbers. Out: {@link Layering}, and {@link WeightedOrder} where lines are
 * counted. Knows nothing of pages.
 */
@NullMarked
package ai.wikibuilder.pages.layers;

import org.jspecify.annotations.NullMarked;
