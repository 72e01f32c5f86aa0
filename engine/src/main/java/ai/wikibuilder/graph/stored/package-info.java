/**
 * The finished graph as bytes, so that a wiki that is only read does not find every edge again.
 *
 * <p>In and out: {@code graph.CodeGraph}. Entry: {@link GraphCodec}. Bytes that are damaged, of
 * another version or of other files are not read: the caller builds the graph from facts.
 */
@NullMarked
package ai.wikibuilder.graph.stored;

import org.jspecify.annotations.NullMarked;
