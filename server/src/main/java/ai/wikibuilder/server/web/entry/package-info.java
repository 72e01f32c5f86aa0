/**
 * Pages before somebody is signed in: signing in, making an account, a forgotten password, and what
 * links in letters, invitations and the start of the server lead to.
 *
 * <p>In: what people type. Out: pages; a session. Opening a link does nothing, since programs that
 * look at mail open links too: the form on the page does.
 */
@NullMarked
package ai.wikibuilder.server.web.entry;

import org.jspecify.annotations.NullMarked;
