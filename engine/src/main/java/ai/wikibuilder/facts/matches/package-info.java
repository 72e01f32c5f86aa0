/**
 * What a query's matches say about one file, before it becomes facts.
 *
 * <p>In: matches of a query of {@code languages/<folder>/facts.scm}, told to {@link
 * MatchCollector}, which says what each capture means. Out: {@link FileMatches}, byte ranges by
 * their role; and out of these, with the text, references and imports ({@link Mentions}) and doc
 * comments ({@link DocComments}). {@link GrammarGaps} says what a grammar gets to see instead of
 * what it cannot read. For one thread.
 */
@NullMarked
package ai.wikibuilder.facts.matches;

import org.jspecify.annotations.NullMarked;
