/**
 * How much of a way through the code a research finds, beside one answer.
 *
 * <p>In: repositories. Out: the share of the calls between two functions that the report's evidence
 * covers, in {@code docs/research.md}. Entry: {@link
 * ai.wikibuilder.benchmarks.research.ResearchBenchmark}. The model is a script: it knows nothing,
 * looks up what it is asked about, and writes down the calls it is shown.
 */
@NullMarked
package ai.wikibuilder.benchmarks.research;

import org.jspecify.annotations.NullMarked;
