/**
 * Shows answers on the command line, as they come and at the end.
 *
 * <p>In: what the engine says of a question. Out: text or JSON. Entry: {@link
 * ai.wikibuilder.cli.answering.AnswerPrinter}, {@link ai.wikibuilder.cli.answering.AnswerJson}.
 */
@NullMarked
package ai.wikibuilder.cli.answering;

import org.jspecify.annotations.NullMarked;
