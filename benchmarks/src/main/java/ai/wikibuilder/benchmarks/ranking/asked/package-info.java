/**
 * Measures how many of the files that answer hand-written questions a search gives.
 *
 * <p>In: {@code benchmarks/questions}, written from the code before anything was searched, and
 * repositories that have their commits. Entry: {@link AskedBenchmark}, run by {@code benchmarks/run
 * questions}. Out: {@code docs/questions.md}.
 */
@NullMarked
package ai.wikibuilder.benchmarks.ranking.asked;

import org.jspecify.annotations.NullMarked;
