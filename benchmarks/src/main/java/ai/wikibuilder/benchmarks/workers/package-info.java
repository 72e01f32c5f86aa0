/**
 * Measures the server's workers: many builds in the queue, worker processes that are killed.
 *
 * <p>In: a number of builds. Out: a section of {@code docs/benchmarks-server.md}. Entry: {@link
 * ai.wikibuilder.benchmarks.workers.WorkersBenchmark}. Everything runs on this machine and is gone
 * afterwards.
 */
@NullMarked
package ai.wikibuilder.benchmarks.workers;

import org.jspecify.annotations.NullMarked;
