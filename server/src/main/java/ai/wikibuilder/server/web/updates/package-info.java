/**
 * How a wiki keeps up with its repository: the schedule it is built by, and the hooks that its host
 * tells of pushes with.
 *
 * <p>In: forms of members. Out: HTML; the secret of a hook is in the answer to the form that made
 * it and nowhere else. Entry: {@link ai.wikibuilder.server.web.updates.UpdatePages}.
 */
@NullMarked
package ai.wikibuilder.server.web.updates;

import org.jspecify.annotations.NullMarked;
