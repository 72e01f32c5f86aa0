/**
 * Holds one statement against the code graph and the lines it cites: marks resolve, quoted words
 * stand there, names exist and stand there too, numbers agree with what is counted, calls and
 * inheritance with edges.
 *
 * <p>In: {@code prose.reading.Statement} and {@link Ground}. Out: {@link Judgement}. Entry: {@link
 * Judge}. Every check is a small class of its own that knows nothing of the others; {@code
 * docs/claims.md} says what they cannot see.
 */
@NullMarked
package ai.wikibuilder.pages.prose.trial;

import org.jspecify.annotations.NullMarked;
