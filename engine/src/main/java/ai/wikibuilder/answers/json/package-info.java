/**
 * Answers, search hits and code maps in the shape that programs read: the same on the command line
 * with {@code --json} and over HTTP.
 *
 * <p>In: what {@code answers} and {@code index} found. Out: records of texts, numbers and lists; a
 * component that is null is left out, an empty {@code Optional} is {@code null}. The shapes are
 * specified in docs/answers.md and docs/codemap.md.
 */
@NullMarked
package ai.wikibuilder.answers.json;

import org.jspecify.annotations.NullMarked;
