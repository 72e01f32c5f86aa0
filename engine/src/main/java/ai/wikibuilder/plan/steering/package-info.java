/**
 * What a repository asks of its own wiki, in {@code .aiwiki.yml} or {@code .devin/wiki.json}:
 * notes, pages, files to leave out, the language. It steers content and nothing else: no provider,
 * address, key, budget or limit can be set here.
 *
 * <p>In: the text of the file. Out: {@link Steering}. Entry: {@link SteeringReader}. The keys are
 * described in {@code docs/steering.md}. A file that is wrong in part is followed in the rest, and
 * each problem is told with its line and column.
 */
@NullMarked
package ai.wikibuilder.plan.steering;

import org.jspecify.annotations.NullMarked;
