/**
 * Words: numbers and lists in correct English, and the plain sentences inside doc comments.
 *
 * <p>Knows nothing of pages. Entry: {@link English} and {@link Quotations}.
 */
@NullMarked
package ai.wikibuilder.pages.words;

import org.jspecify.annotations.NullMarked;
