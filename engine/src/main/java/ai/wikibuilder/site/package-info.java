/**
 * Stage 8: written pages become files: an HTML site that opens from {@code file://}, Markdown, JSON
 * and {@code llms.txt}, with diagrams drawn as SVG.
 *
 * <p>In: {@code pages.Wiki} and the text of the snapshot. Out: a folder. Entry: {@link SiteWriter}.
 * All text is escaped here; nothing of the repository reaches a page as markup. Limits: {@link
 * SiteSettings}. Below: {@code markup}, which writes HTML and cannot write anything unsafe, and
 * {@code drawing}, which lays out diagrams.
 */
@NullMarked
package ai.wikibuilder.site;

import org.jspecify.annotations.NullMarked;
