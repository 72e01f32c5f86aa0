/**
 * Answers what claims ask of a repository: which symbol a name stands for, which lines prove that
 * one calls or extends another, how many there are of what.
 *
 * <p>In: {@code graph.CodeGraph} and the snapshot's text. Out: symbols, {@code pages.Evidence},
 * numbers. Entries: {@link RepositoryNames}, made once for each graph; {@link Relations} and {@link
 * Counts}, made for each thread.
 */
@NullMarked
package ai.wikibuilder.pages.prose.lookup;

import org.jspecify.annotations.NullMarked;
