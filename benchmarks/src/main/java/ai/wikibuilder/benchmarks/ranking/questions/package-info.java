/**
 * Mines questions with known answers from a repository: commit messages with the files they
 * changed, and first sentences of doc comments with their symbols.
 *
 * <p>In: a {@link History}, and the texts of files with their facts. Out: {@link Question}, which
 * judges the {@link Place}s that a search answers with. Entry: {@link ChangeMiner} for commits,
 * {@link DocMiner} for comments. Knows no search. Limit: {@link Question#DEPTH} answers are looked
 * at.
 */
@NullMarked
package ai.wikibuilder.benchmarks.ranking.questions;

import org.jspecify.annotations.NullMarked;
