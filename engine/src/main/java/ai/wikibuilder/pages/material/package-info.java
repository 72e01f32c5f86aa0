/**
 * What page writers ask about a repository: its symbols with their own words, lines as evidence,
 * who calls whom, what modules are for, maps of pages.
 *
 * <p>In: {@code pages.Composition}. Entry: {@link Repository}. Every piece of evidence made here
 * lies inside its file. Texts are read when a page needs them.
 */
@NullMarked
package ai.wikibuilder.pages.material;

import org.jspecify.annotations.NullMarked;
