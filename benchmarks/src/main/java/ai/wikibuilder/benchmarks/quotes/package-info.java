/**
 * What a wiki by a model costs beside what was quoted, with a scripted model whose pages are of
 * uncertain length, sometimes false and sometimes broken off.
 *
 * <p>In: folders with git. Out: {@code docs/benchmarks-models.md}. Entry: {@link QuoteBenchmark}.
 * {@link ProviderByHand} lets people build such wikis by hand.
 */
@NullMarked
package ai.wikibuilder.benchmarks.quotes;

import org.jspecify.annotations.NullMarked;
