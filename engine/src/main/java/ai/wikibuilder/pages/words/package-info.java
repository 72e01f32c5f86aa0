/**
 * Words: the plain sentences inside doc comments and paragraphs.
 *
 * <p>Knows nothing of pages. Entry: {@link Quotations}.
 */
@NullMarked
package ai.wikibuilder.pages.words;

import org.jspecify.annotations.NullMarked;
