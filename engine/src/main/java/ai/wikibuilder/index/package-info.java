/**
 * Stage 5: chunks and symbols become one immutable index, and search that explains itself.
 *
 * <p>In: {@link IndexedFile}. Out: an index directory, read through {@link SearchIndex}. Entry:
 * {@link IndexBuilder} to write, {@link SearchIndex} to read. Lexical first; a model re-orders the
 * best candidates when one is given. Lucene is used here and nowhere else.
 */
@NullMarked
package ai.wikibuilder.index;

import org.jspecify.annotations.NullMarked;
