/**
 * Runs the stages: a request becomes a published generation, incrementally and cancellably. The
 * only package that sees all stages.
 *
 * <p>In: {@link BuildRequest}. Out: {@link BuildReport}. Entry: {@link WikiBuild}.
 */
@NullMarked
package ai.wikibuilder.builds;

import org.jspecify.annotations.NullMarked;
