/**
 * Code maps: a question becomes a path through the code, call by call.
 *
 * <p>In: what a search found for the question, {@code graph.CodeGraph}, the texts of the snapshot.
 * Out: {@link CodeMap}. Entry: {@link CodeMaps}. The graph alone says who calls whom; whoever knows
 * better where to look, such as a model, gives {@link Seed}s. Limits: {@link
 * CodeMap#STEP_COUNT_MAX} steps, {@link CodeMap#PART_COUNT_MAX} parts that no call joins.
 */
@NullMarked
package ai.wikibuilder.answers.maps;

import org.jspecify.annotations.NullMarked;
