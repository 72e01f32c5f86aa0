/**
 * Follows every link of a written site.
 *
 * <p>In: a folder with a site. Out: {@code pages.Finding}. Entry: {@link SiteLinks}. Nothing is
 * fetched: addresses of other hosts are not followed.
 */
@NullMarked
package ai.wikibuilder.site.links;

import org.jspecify.annotations.NullMarked;
