/**
 * Researches of people: begun with a cap, watched step by step, ended, their reports read and made
 * pages of the wiki.
 *
 * <p>In: requests of somebody who is signed in. Out: HTML that comes anew with each event. Entry:
 * {@link ai.wikibuilder.server.web.research.ResearchPages}.
 */
@NullMarked
package ai.wikibuilder.server.web.research;

import org.jspecify.annotations.NullMarked;
