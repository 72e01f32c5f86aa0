/**
 * How large a text is for a model.
 *
 * <p>In: text. Out: tokens. Entry: {@link TokenCounter}. Counts with one vocabulary for all models;
 * how far others differ is a fact of the model, see {@code models.facts}.
 */
@NullMarked
package ai.wikibuilder.models.tokens;

import org.jspecify.annotations.NullMarked;
