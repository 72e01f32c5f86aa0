/**
 * The first page: what the repository is and for whom, how to get and run it, its parts, where
 * execution starts and where to begin reading.
 *
 * <p>In: {@code pages.material.Material}. Entry: {@link OverviewPage}.
 */
@NullMarked
package ai.wikibuilder.pages.overview;

import org.jspecify.annotations.NullMarked;
