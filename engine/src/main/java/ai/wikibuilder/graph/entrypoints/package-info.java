/**
 * Finds where a repository is entered from outside: main functions, routes, commands, jobs, what it
 * offers to other code.
 *
 * <p>In: one file's facts and text. Out: {@link EntryPoint}. Entry: {@link EntryPointFinder}. Only
 * what well-known frameworks write literally is found; nothing is guessed.
 */
@NullMarked
package ai.wikibuilder.graph.entrypoints;

import org.jspecify.annotations.NullMarked;
