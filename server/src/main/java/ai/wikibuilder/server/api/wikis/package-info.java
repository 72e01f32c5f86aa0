/**
 * Wikis over {@code /api}: pages, source, search, code maps, the whole as one file.
 *
 * <p>In: ids of repositories. Out: JSON, Markdown, files. Entries: the classes named {@code …Api}.
 */
@NullMarked
package ai.wikibuilder.server.api.wikis;

import org.jspecify.annotations.NullMarked;
