/**
 * Vectors from a provider.
 *
 * <p>In: texts of any length. Out: unit vectors, in batches, with what could not be embedded left
 * out. Entry: {@link ProviderEmbedder}. Every request goes through the gate.
 */
@NullMarked
package ai.wikibuilder.models.embeddings;

import org.jspecify.annotations.NullMarked;
