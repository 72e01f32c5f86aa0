/**
 * Sessions of browsers: a cookie that nobody can read but the browser and this server, and the row
 * it stands for.
 *
 * <p>In: somebody who has just proven to be a user, by password or by another provider; requests
 * with the cookie. Out: {@link ai.wikibuilder.server.accounts.browsers.Visit}. Entry: {@link
 * ai.wikibuilder.server.accounts.browsers.BrowserEntrance}. A session ends a week after it was last
 * used and thirty days after it began.
 */
@NamedInterface("browsers")
@NullMarked
package ai.wikibuilder.server.accounts.browsers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
