/**
 * Questions over {@code /api}: answers as one JSON or as a stream of sentences, conversations.
 *
 * <p>In: questions about a repository. Out: {@link ai.wikibuilder.answers.json.AnswerJson}; events
 * {@code found}, {@code looked}, {@code sentence}, {@code struck}, {@code answer}, {@code problem}.
 * Entries: the classes named {@code …Api}.
 */
@NullMarked
package ai.wikibuilder.server.api.answers;

import org.jspecify.annotations.NullMarked;
