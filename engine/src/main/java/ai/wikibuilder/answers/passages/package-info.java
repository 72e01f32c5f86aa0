/**
 * Search across the pages of a wiki and its code, in one list.
 *
 * <p>In: the Markdown of the pages, a search for code. Out: hits as the index has them, those of
 * pages with the kind {@code page}. Entry: {@link OneList}. Limit: at most one hit in three is a
 * page, so that a question about code loses little to them.
 */
@NullMarked
package ai.wikibuilder.answers.passages;

import org.jspecify.annotations.NullMarked;
