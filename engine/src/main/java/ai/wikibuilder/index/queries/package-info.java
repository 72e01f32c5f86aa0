/**
 * What a question to the index asks for: its words, filters, phrases and expressions, and which
 * text answers the strict ones.
 *
 * <p>In: a line of text. Out: {@link Query}, and of its words {@link QueryReading}. Entry: {@link
 * Query#parse}. Reads no files and knows nothing of how an index is stored.
 */
@NullMarked
package ai.wikibuilder.index.queries;

import org.jspecify.annotations.NullMarked;
