/**
 * A written site in one piece: as a single HTML file that holds everything, or as a zip.
 *
 * <p>In: a folder that {@code site.SiteWriter} wrote. Out: one file. Entries: {@link SingleFile},
 * {@link SiteArchive}.
 */
@NullMarked
package ai.wikibuilder.site.exports;

import org.jspecify.annotations.NullMarked;
