/**
 * Vectors of all chunks of an index, where an embedding model is configured: made by its provider,
 * kept in one file of the generation, compared with a question's by an exact scan.
 *
 * <p>In: chunks of an index, {@code models.embeddings.ProviderEmbedder}. Out: {@link ChunkVectors},
 * and {@link Meaning} for searches. Entries: {@link VectorMaker}, {@link Meaning}. A search never
 * fails because of them: what is missing is a note.
 */
@NullMarked
package ai.wikibuilder.index.vectors;

import org.jspecify.annotations.NullMarked;
