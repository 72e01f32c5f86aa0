/**
 * What a wiki takes over from the one before it: pages that need not be written again, and the
 * addresses of pages that are no more.
 *
 * <p>In: an {@link EarlierWiki} and the wiki that follows it. Out: {@link Succession}, which the
 * site stage writes by.
 */
@NullMarked
package ai.wikibuilder.site.editions;

import org.jspecify.annotations.NullMarked;
