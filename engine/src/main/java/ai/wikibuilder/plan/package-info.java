/**
 * Stage 6: the code graph and the repository's documents become a tree of pages to write.
 *
 * <p>In: {@code graph.CodeGraph}. Out: {@link WikiPlan}. Entry: {@link Planner}. The number of
 * pages is bounded whatever the size of the repository.
 */
@NullMarked
package ai.wikibuilder.plan;

import org.jspecify.annotations.NullMarked;
