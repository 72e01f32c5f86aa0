/**
 * Diagrams on paper: where the boxes and arrows of a typed graph stand, and the same graph as
 * Mermaid text.
 *
 * <p>In: {@code pages.Diagram}. Out: places in pixels, text. Entries: {@link DiagramLayout}, {@link
 * MermaidText}. How a drawing becomes SVG is the site's business.
 */
@NullMarked
package ai.wikibuilder.site.drawing;

import org.jspecify.annotations.NullMarked;
