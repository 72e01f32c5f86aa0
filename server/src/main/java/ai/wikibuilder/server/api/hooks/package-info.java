/**
 * What git hosts send, and the hooks that hear it.
 *
 * <p>In: signed deliveries at {@code /hooks}, JSON at {@code /api}. Out: JSON. Entries: {@link
 * ai.wikibuilder.server.api.hooks.HookApi}, {@link
 * ai.wikibuilder.server.api.hooks.HookSettingsApi}.
 */
@NullMarked
package ai.wikibuilder.server.api.hooks;

import org.jspecify.annotations.NullMarked;
