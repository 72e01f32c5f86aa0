package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;

/**
 * A conversation as its owner sees it. Immutable.
 *
 * @param turnCount also where the turns themselves are not read
 */
public record KeptConversation(
    ConversationId id,
    TenantId tenant,
    RepositoryId repository,
    String title,
    int turnCount,
    Instant createdAt,
    Instant continuedAt,
    Conversation conversation) {}
