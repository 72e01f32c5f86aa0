/**
 * The Model Context Protocol over standard input and output: agents ask a wiki.
 *
 * <p>In: {@code answers.tools}. Entry: {@link McpCommand}. The protocol's library is used here and
 * nowhere else; standard output carries the protocol alone.
 */
@NullMarked
package ai.wikibuilder.cli.mcp;

import org.jspecify.annotations.NullMarked;
