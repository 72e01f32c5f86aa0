/**
 * Walks: what happens after the repository is entered, call by call in the order of the source.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link Walks}. Only calls that the code graph has
 * are told; what a line does under a condition or in a loop is said so.
 */
@NullMarked
package ai.wikibuilder.pages.walks;

import org.jspecify.annotations.NullMarked;
