/**
 * What models are told, kept as text beside the classes that tell it.
 *
 * <p>In: a name. Out: the text. Entry: {@link ai.wikibuilder.models.prompts.PromptText}.
 */
@NullMarked
package ai.wikibuilder.models.prompts;

import org.jspecify.annotations.NullMarked;
