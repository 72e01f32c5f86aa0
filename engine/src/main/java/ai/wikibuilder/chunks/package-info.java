/**
 * Stage 4: a file becomes chunks, pieces of whole lines that follow its structure and join back to
 * it exactly.
 *
 * <p>In: {@code source.SourceText} and {@code facts.FileFacts}. Out: {@link Chunk}. Entry: {@link
 * Chunker}. Reads no files, calls no network. Limit: {@link ChunkLimits}.
 */
@NullMarked
package ai.wikibuilder.chunks;

import org.jspecify.annotations.NullMarked;
