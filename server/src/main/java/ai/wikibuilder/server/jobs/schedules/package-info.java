/**
 * Repositories that are built again by themselves, each at a time of its own.
 *
 * <p>In: how often. Out: builds, asked for in the name of whoever set it. Entry: {@link
 * ai.wikibuilder.server.jobs.schedules.Schedules}. Times are spread, so that a thousand schedules
 * are not due at once.
 */
@NamedInterface("schedules")
@NullMarked
package ai.wikibuilder.server.jobs.schedules;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
