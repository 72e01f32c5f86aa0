/**
 * Has a model answer a question from evidence, and shows each sentence once it is checked.
 *
 * <p>In: {@link ai.wikibuilder.answers.asking.AskRequest}. Out: sentences to {@link
 * ai.wikibuilder.answers.asking.AskListener} as they come, and {@link
 * ai.wikibuilder.answers.asking.Answered} at the end. Entry: {@link
 * ai.wikibuilder.answers.asking.Asker}. Limits: {@link ai.wikibuilder.answers.asking.AskSettings}.
 * A model that fails leaves the answer that needs none.
 */
@NullMarked
package ai.wikibuilder.answers.asking;

import org.jspecify.annotations.NullMarked;
