/**
 * Stage 7: planned pages become written ones: sections, sentences with their evidence, diagrams as
 * typed graphs.
 *
 * <p>In: {@code plan.WikiPlan}, {@code graph.CodeGraph} and the text of the snapshot. Out: {@link
 * Wiki}. Entry: {@link PageComposer}, which needs no model. How pages look (HTML, SVG, Markdown) is
 * the next stage's business.
 */
@NullMarked
package ai.wikibuilder.pages;

import org.jspecify.annotations.NullMarked;
