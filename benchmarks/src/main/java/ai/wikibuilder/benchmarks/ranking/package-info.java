/**
 * Measures how well searches rank, on {@link ai.wikibuilder.benchmarks.ranking.questions questions}
 * that are mined from any repository.
 *
 * <p>In: repositories with history. Entry: {@link RankingBenchmark}, run by {@code benchmarks/run
 * ranking}. Out: {@code docs/ranking.md}. Every {@link SearchSystem} sees the same texts and the
 * same questions in the same run. Which repositories are for tuning and which for reporting is
 * fixed in {@code benchmarks/ranking-repositories.txt}.
 */
@NullMarked
package ai.wikibuilder.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
