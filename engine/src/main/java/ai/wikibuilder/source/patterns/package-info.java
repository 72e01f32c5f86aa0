/**
 * Path patterns as git understands them, and the two kinds of files that hold such patterns.
 *
 * <p>In: pattern text of a request, a {@code .gitignore} or a {@code .gitattributes}. Out: verdicts
 * on paths. Entry: {@link PathPattern}. Reads no files. The text is written by strangers, so
 * matching costs at most pattern length times path length; patterns are never turned into regular
 * expressions.
 *
 * <p>Limits: {@link PathPattern#LENGTH_MAX} characters a pattern, {@link
 * PatternLines#LINE_COUNT_MAX} lines a file.
 */
@NullMarked
package ai.wikibuilder.source.patterns;

import org.jspecify.annotations.NullMarked;
