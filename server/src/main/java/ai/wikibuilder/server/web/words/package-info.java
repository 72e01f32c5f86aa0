/**
 * The words of the pages, a file for each language: {@code words/pages_<language>.properties}. One
 * more file is one more language.
 *
 * <p>In: what a browser says of its reader. Out: sentences, numbers and times in that language.
 * Entries: {@link ai.wikibuilder.server.web.words.Languages} finds the language of a request,
 * {@link ai.wikibuilder.server.web.words.Words} speaks it. Programs are answered in English; only a
 * letter that {@code /api} sends is in the language that the request names.
 */
@NullMarked
package ai.wikibuilder.server.web.words;

import org.jspecify.annotations.NullMarked;
