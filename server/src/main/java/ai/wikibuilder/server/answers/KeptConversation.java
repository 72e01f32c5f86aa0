package ai.wikibuilder.server.answers;

import ai.wikibuilder.answers.conversations.Conversation;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A conversation as its owner sees it. Immutable.
 *
 * @param turnCount also where the turns themselves are not read
 * @param sharedAs what members of its tenant read it by; empty when its owner alone does
 */
public record KeptConversation(
    ConversationId id,
    TenantId tenant,
    RepositoryId repository,
    String title,
    int turnCount,
    Instant createdAt,
    Instant continuedAt,
    Optional<UUID> sharedAs,
    Conversation conversation) {}
