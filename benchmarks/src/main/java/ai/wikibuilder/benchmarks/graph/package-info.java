/**
 * How far the graph of a repository can be trusted: draws edges and call sites by seed for people
 * to judge, and computes precision and recall from what they judged.
 *
 * <p>In: folders with git work trees, and files of labels. Entry: {@link GraphBenchmark}.
 */
@NullMarked
package ai.wikibuilder.benchmarks.graph;

import org.jspecify.annotations.NullMarked;
