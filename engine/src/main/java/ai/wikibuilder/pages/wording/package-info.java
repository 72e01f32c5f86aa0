/**
 * The sentences of composed pages as whole shapes with typed slots, one file for each language.
 *
 * <p>In: {@code composed_<language>.properties}. Out: {@code pages.Sentence}. Entry: {@link
 * Catalogue}. A language is added by adding a file with the same keys.
 */
@NullMarked
package ai.wikibuilder.pages.wording;

import org.jspecify.annotations.NullMarked;
