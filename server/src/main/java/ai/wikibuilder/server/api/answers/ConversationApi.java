package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.conversations.ConversationText;
import ai.wikibuilder.answers.conversations.Turn;
import ai.wikibuilder.answers.json.PlaceJson;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.ConversationId;
import ai.wikibuilder.server.answers.Conversations;
import ai.wikibuilder.server.answers.KeptConversation;
import ai.wikibuilder.server.answers.SharedConversations;
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
import org.springframework.web.bind.annotation.PutMapping;
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
  private final SharedConversations shared;
  private final Admission admission;

  ConversationApi(Conversations conversations, SharedConversations shared, Admission admission) {
    this.conversations = conversations;
    this.shared = shared;
    this.admission = admission;
  }

  /**
   * A conversation without its turns.
   *
   * @param sharedAs what members of the tenant read it by; none when it is not shared
   */
  record ConversationLine(
      UUID id,
      UUID repositoryId,
      String title,
      int turnCount,
      Instant createdAt,
      Instant continuedAt,
      @Nullable UUID sharedAs) {
    static ConversationLine of(KeptConversation kept) {
      return new ConversationLine(
          kept.id().value(),
          kept.repository().value(),
          kept.title(),
          kept.turnCount(),
          kept.createdAt(),
          kept.continuedAt(),
          kept.sharedAs().orElse(null));
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

  record ConversationReply(ConversationLine details, List<TurnReply> turns) {
    static ConversationReply of(KeptConversation kept) {
      return new ConversationReply(
          ConversationLine.of(kept),
          kept.conversation().turns().stream().map(TurnReply::of).toList());
    }
  }

  /**
   * A question and its answer.
   *
   * @param state answered, partial, composed or not-found; asked while it is answered, broken-off
   *     when the answer did not come to its end
   */
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
    return find(caller, id, Scope.READ);
  }

  private KeptConversation find(Caller caller, UUID id, Scope scope) {
    ConversationId conversation = new ConversationId(id);
    TenantId tenant = conversations.tenantOf(caller.user(), conversation);
    admission.admit(caller, tenant.value(), Role.READER, scope);
    return conversations.find(tenant, caller.user(), conversation);
  }

  @GetMapping(value = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
  ConversationReply show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return ConversationReply.of(find(caller, id));
  }

  /**
   * What a shared conversation is read by.
   *
   * @param path of its page, behind the address of the pages
   */
  record SharingReply(UUID sharedAs, String path) {}

  /** Lets the other members of the tenant read it. */
  @PutMapping("/{id}/sharing")
  SharingReply share(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    KeptConversation kept = find(caller, id, Scope.WRITE);
    UUID made = shared.share(kept.tenant(), caller.user(), kept.id());
    return new SharingReply(made, "/shared/" + made);
  }

  /** Ends that; what it was read by leads nowhere from now on. */
  @DeleteMapping("/{id}/sharing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void withdraw(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    KeptConversation kept = find(caller, id, Scope.WRITE);
    shared.withdraw(kept.tenant(), caller.user(), kept.id());
  }

  /** One that somebody in the tenant shares. */
  @GetMapping("/shared/{shared}")
  ConversationReply read(
      @AuthenticationPrincipal Caller caller, @PathVariable("shared") UUID sharedAs) {
    TenantId tenant =
        admission.admit(caller, shared.tenantOf(sharedAs).value(), Role.READER, Scope.READ);
    return ConversationReply.of(shared.find(tenant, sharedAs));
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
    KeptConversation kept = find(caller, id, Scope.WRITE);
    conversations.remove(kept.tenant(), caller.user(), kept.id());
  }
}
