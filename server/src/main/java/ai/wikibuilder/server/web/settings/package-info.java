/**
 * Settings: the pages on which people look after their account and the organisations they are in.
 *
 * <p>In: who is signed in, and what they type. Out: pages. They call what {@code /api} calls, so
 * what is refused there is refused here.
 */
@NullMarked
package ai.wikibuilder.server.web.settings;

import org.jspecify.annotations.NullMarked;
