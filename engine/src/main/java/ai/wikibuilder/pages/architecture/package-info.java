/**
 * The page about layers, the strongest dependencies and circles.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link ArchitecturePage}.
 */
@NullMarked
package ai.wikibuilder.pages.architecture;

import org.jspecify.annotations.NullMarked;
