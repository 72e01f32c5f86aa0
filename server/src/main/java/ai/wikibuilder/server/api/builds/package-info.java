/**
 * Builds over {@code /api}: asked for, watched, ended.
 *
 * <p>In: JSON. Out: JSON, and streams of events. Entries: {@link
 * ai.wikibuilder.server.api.builds.GenerateApi}, {@link ai.wikibuilder.server.api.builds.BuildApi}.
 */
@NullMarked
package ai.wikibuilder.server.api.builds;

import org.jspecify.annotations.NullMarked;
