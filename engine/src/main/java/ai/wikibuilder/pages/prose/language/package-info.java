/**
 * What sentences of ten languages say in so many words: numbers with what they count, and who
 * calls, extends or holds whom.
 *
 * <p>In: a sentence in which names stand as places, {@code ⟦0⟧ calls ⟦1⟧}. Out: {@link
 * StatedCount}, {@link StatedRelation}. Entry: {@link ProseLanguage}. Adding a language is adding a
 * file of patterns. It knows nothing of any repository; whether the words are true is for others to
 * say.
 */
@NullMarked
package ai.wikibuilder.pages.prose.language;

import org.jspecify.annotations.NullMarked;
