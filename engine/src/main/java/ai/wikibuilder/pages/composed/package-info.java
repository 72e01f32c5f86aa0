/**
 * Writes pages without a model: every sentence is made by a rule from facts of the code graph or is
 * the repository's own, and carries the lines that prove it.
 *
 * <p>In: {@code pages.Composition}. Out: {@code pages.Page}. Entry: {@link ComposedPages}. Texts
 * are read when a page needs them and not kept.
 */
@NullMarked
package ai.wikibuilder.pages.composed;

import org.jspecify.annotations.NullMarked;
