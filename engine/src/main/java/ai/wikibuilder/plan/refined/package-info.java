/**
 * A model's improvements of a plan: names, merges, splits, order, added subjects. The plan of the
 * graph stays what it stands on; code takes over each improvement that loses nothing.
 *
 * <p>In: {@code plan.WikiPlan}, {@code graph.CodeGraph}. Out: a plan that still tells of every
 * module. Entry: {@link PlanRefiner}.
 */
@NullMarked
package ai.wikibuilder.plan.refined;

import org.jspecify.annotations.NullMarked;
