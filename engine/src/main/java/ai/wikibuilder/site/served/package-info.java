/**
 * Pages of a site as a server shows them: with a strip of the server's own above, and pages that
 * are made when somebody asks for them, in the frame of the site.
 *
 * <p>In: written pages, or one {@link ai.wikibuilder.pages.Page}. Out: HTML. Entries: {@link
 * ai.wikibuilder.site.served.ServedPage}, {@link ai.wikibuilder.site.served.MadePage}. What is
 * written to disk knows nothing of it: a site that is exported has no link to a server.
 */
@NullMarked
package ai.wikibuilder.site.served;

import org.jspecify.annotations.NullMarked;
