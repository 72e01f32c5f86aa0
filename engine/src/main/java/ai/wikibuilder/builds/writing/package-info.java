/**
 * Who writes the pages of a wiki: nobody, or a language model, whose finished pages are kept from
 * build to build.
 *
 * <p>In: {@code pages.Composition}. Out: {@code pages.prose.ProseResult}. Entries: {@link Author},
 * {@link Authoring}.
 */
@NullMarked
package ai.wikibuilder.builds.writing;

import org.jspecify.annotations.NullMarked;
