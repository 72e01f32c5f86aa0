/**
 * The tree-sitter library as Java sees it: find a core and its grammars, parse a text, run a query
 * over the tree.
 *
 * <p>In: UTF-8 bytes and a query. Out: matches as byte ranges, told to a {@link MatchVisitor}.
 * Entry: {@link TreeSitter}. Knows nothing of symbols or references.
 *
 * <p>The library is C reached by {@code java.lang.foreign}: a grammar's fault can end the process,
 * loop or take gigabytes. So everything here but {@link NativeLibraries} and {@link CoreProbe} runs
 * only in a process that may be killed.
 */
@NullMarked
package ai.wikibuilder.facts.treesitter;

import org.jspecify.annotations.NullMarked;
