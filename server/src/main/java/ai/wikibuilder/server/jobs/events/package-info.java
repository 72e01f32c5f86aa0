/**
 * What happened in builds, in order: kept in rows, so that a stream can be resumed and a page can
 * show what was before it was opened.
 *
 * <p>In: what a worker reports. Out: {@link ai.wikibuilder.server.jobs.events.BuildEvent}. Entry:
 * {@link ai.wikibuilder.server.jobs.events.BuildEvents}.
 */
@NamedInterface("events")
@NullMarked
package ai.wikibuilder.server.jobs.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
