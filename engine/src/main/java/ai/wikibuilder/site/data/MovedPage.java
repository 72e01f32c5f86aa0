package ai.wikibuilder.site.data;

/**
 * A page that is no more, and where its address leads now. Immutable.
 *
 * @param slug its name in addresses
 * @param title as it was
 * @param to slug of a page that exists
 * @param renamed whether that page tells the same; otherwise it is the nearest one there is
 * @param until the last commit at which the page stood, as people read it
 */
public record MovedPage(String slug, String title, String to, boolean renamed, String until) {}
