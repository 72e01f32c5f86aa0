package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.answers.json.PlaceJson;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.Conversations;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own conversations. */
@RestController
@RequestMapping("/api/conversations")
final class ConversationApi {
  private static final int LIST_COUNT_MAX = 100;

  private static final MediaType MARKDOWN = MediaType.valueOf("text/markdown;charset=UTF-8");

  private final Conversations conversations;
  private final Admission admission;

  ConversationApi(Conversations conversations, Admission admission) {
    this.conversations = conversations;
    this.admission = admission;
  }

  record ConversationLine(
      UUID id,
      UUID repositoryId,
      String title,
      int turnCount,
      Instant createdAt,
      Instant continuedAt) {
    static ConversationLine of(KeptConversation kept) {
      return new ConversationLine(
          kept.id().value(),
          kept.repository().value(),
          kept.title(),
          kept.turnCount(),
          kept.createdAt(),
          kept.continuedAt());
    }
  }

  /** The ones in a tenant that were continued last, at most 100. */
  @GetMapping
  List<ConversationLine> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant,
      @RequestParam(required = false) @Nullable UUID repository) {
    TenantId admitted = admission.admit(caller, tenant, Role.READER, Scope.READ);
    return conversations
        .list(
            admitted,
            caller.user(),
            Optional.ofNullable(repository).map(RepositoryId::new),
            LIST_COUNT_MAX)
        .stream()
        .map(ConversationLine::of)
        .toList();
  }

  record ConversationReply(ConversationLine details, List<TurnReply> turns) {}

  record TurnReply(
      Instant at,
      String question,
      String answer,
      List<PlaceJson> evidence,
      String state,
      String model,
      long tokens) {
    static TurnReply of(Turn turn) {
      return new TurnReply(
          turn.at(),
          turn.question(),
          turn.answer(),
          PlaceJson.of(turn.evidence(), turn.commit()),
          turn.state(),
          turn.model(),
          turn.tokens());
    }
  }

  private KeptConversation find(Caller caller, UUID id) {
    ConversationId conversation = new ConversationId(id);
    TenantId tenant = conversations.tenantOf(caller.user(), conversation);
    admission.admit(caller, tenant.value(), Role.READER, Scope.READ);
    return conversations.find(tenant, caller.user(), conversation);
  }

  @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ConversationReply show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    KeptConversation kept = find(caller, id);
    return new ConversationReply(
        ConversationLine.of(kept),
        kept.conversation().turns().stream().map(TurnReply::of).toList());
  }

  /** To be kept or sent. */
  @GetMapping(value = "/{id}/markdown", produces = "text/markdown")
  ResponseEntity<String> markdown(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    String text = ConversationText.markdown(find(caller, id).conversation());
    return ResponseEntity.ok().contentType(MARKDOWN).body(text);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    ConversationId conversation = new ConversationId(id);
    TenantId tenant = conversations.tenantOf(caller.user(), conversation);
    admission.admit(caller, tenant.value(), Role.READER, Scope.WRITE);
    conversations.remove(tenant, caller.user(), conversation);
  }
}
