/**
 * Chooses what a model is given to write one page from, within a budget of tokens.
 *
 * <p>In: a planned and composed page. Out: {@code pages.prose.EvidencePack}. Entry: {@link
 * EvidencePacker}.
 */
@NullMarked
package ai.wikibuilder.pages.prose.packing;

import org.jspecify.annotations.NullMarked;
