package ai.wikibuilder.answers.asking;

import ai.wikibuilder.models.ChatModel;
import java.util.function.ToIntFunction;

/**
 * A model that may be asked, and how much of it. Immutable.
 *
 * @param tokens counts the tokens of a text
 */
public record Adviser(ChatModel model, ToIntFunction<String> tokens, AskSettings settings) {}
