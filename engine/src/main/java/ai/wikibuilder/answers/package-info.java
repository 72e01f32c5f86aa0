/**
 * Answers questions from what a build left: index, code graph and pages. Without a model the best
 * evidence is found, arranged and explained.
 *
 * <p>In: a question. Out: {@link Answer}. Entry: {@link Answering}. It reads and never builds.
 */
@NullMarked
package ai.wikibuilder.answers;

import org.jspecify.annotations.NullMarked;
