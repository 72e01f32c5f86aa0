/**
 * Growing arrays, a map of int pairs and numbered names: what a graph of a million lines is kept
 * in.
 *
 * <p>Used by {@code graph} alone. Entry: {@link IntColumn}.
 */
@NullMarked
package ai.wikibuilder.graph.columns;

import org.jspecify.annotations.NullMarked;
