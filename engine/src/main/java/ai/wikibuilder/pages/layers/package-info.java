/**
 * Orders parts that lean on each other into layers; parts that lean on each other in a circle share
 * one.
 *
 * <p>In: a graph of small numbers. Out: {@link Layering}. Knows nothing of pages.
 */
@NullMarked
package ai.wikibuilder.pages.layers;

import org.jspecify.annotations.NullMarked;
