/**
 * The library: repositories with their builds, wikis to be read, questions.
 *
 * <p>In: requests of somebody who is signed in; a published wiki is read by everybody. Out: HTML
 * without script, and the pages of wikis as the builds wrote them. Entry: {@link
 * ai.wikibuilder.server.web.library.LibraryPages}.
 */
@NullMarked
package ai.wikibuilder.server.web.library;

import org.jspecify.annotations.NullMarked;
