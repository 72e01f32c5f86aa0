/**
 * Questions and answers that belong together, kept beside the wiki they are about.
 *
 * <p>In: turns as they end. Out: {@link ai.wikibuilder.answers.conversations.Conversation}. Entry:
 * {@link ai.wikibuilder.answers.conversations.ConversationStore}. Limits: turns of a conversation,
 * conversations of a wiki.
 */
@NullMarked
package ai.wikibuilder.answers.conversations;

import org.jspecify.annotations.NullMarked;
