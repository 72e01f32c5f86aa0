/**
 * What a worker does: takes the build whose turn it is, under a lease; runs the engine; publishes
 * once; says how it goes on. Killed at any line, it loses nothing: the lease runs out and another
 * worker goes on from what is kept.
 *
 * <p>In: rows of builds. Out: generations and events. Entry: {@link
 * ai.wikibuilder.server.jobs.work.Worker}.
 */
@NullMarked
package ai.wikibuilder.server.jobs.work;

import org.jspecify.annotations.NullMarked;
