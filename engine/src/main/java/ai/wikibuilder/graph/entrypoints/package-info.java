/**
 * Finds where a repository is entered from outside: main functions, routes, commands, jobs.
 *
 * <p>In: one file's facts and text. Out: {@link EntryPoint}. Entry: {@link EntryPointFinder}.
 */
@NullMarked
package ai.wikibuilder.graph.entrypoints;

import org.jspecify.annotations.NullMarked;
