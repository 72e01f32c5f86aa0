/**
 * Pages for people. So far those that a link with a secret leads to: the first account, an
 * invitation, a verification, a new password. They need no session and no script.
 *
 * <p>In: requests of a browser. Out: HTML by templates that are compiled with the program. Entry:
 * {@link ai.wikibuilder.server.web.LinkPages}.
 */
@ApplicationModule(allowedDependencies = {"accounts", "secrets", "quota"})
@NullMarked
package ai.wikibuilder.server.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
