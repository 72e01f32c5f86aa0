/**
 * What is known of models: how much they take and write, and what they cost.
 *
 * <p>In: the name of a model. Out: {@link ModelFacts}. Entry: {@link ModelCatalogue}. The figures
 * are data, {@code models.txt} beside these classes; a configuration can say otherwise.
 */
@NullMarked
package ai.wikibuilder.models.facts;

import org.jspecify.annotations.NullMarked;
