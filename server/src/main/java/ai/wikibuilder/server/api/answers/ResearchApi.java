package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.KeptResearch;
import ai.wikibuilder.server.answers.ResearchId;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Researches: begun, watched, ended, each by whoever asked. */
@RestController
final class ResearchApi {
  private final Researches researches;
  private final Admission admission;
  private final JsonMapper json;

  ResearchApi(Researches researches, Admission admission, JsonMapper json) {
    this.researches = researches;
    this.admission = admission;
    this.json = json;
  }

  record ResearchWish(@Nullable UUID repositoryId, @Nullable String question) {}

  /**
   * A research as it stands.
   *
   * @param state queued, running, done, capped, failed, not-found or cancelled
   * @param research its steps so far, and at the end its report; none before the first step
   * @param failure why there is no report
   */
  record ResearchReply(
      UUID id,
      UUID repositoryId,
      String question,
      String state,
      Instant createdAt,
      @Nullable ResearchJson research,
      @Nullable String failure) {}

  /** Accepted; a worker looks into it step by step. */
  @PostMapping("/api/deep_research")
  ResponseEntity<ResearchReply> begin(
      @AuthenticationPrincipal Caller caller, @RequestBody ResearchWish wish) {
    UUID repository = Input.present("repositoryId", wish.repositoryId());
    String question = Input.lines("question", wish.question(), AskRequest.CHAR_COUNT_MAX);
    TenantId tenant = admission.admitTo(caller, repository, Role.READER, Scope.READ);
    if (!admission.isIn(caller, tenant)) {
      throw new TenantException(
          TenantException.Kind.FORBIDDEN, "Only members of its tenant let a wiki be looked into.");
    }
    KeptResearch begun =
        researches.begin(tenant, caller.user(), new RepositoryId(repository), question);
    return ResponseEntity.accepted()
        .location(URI.create("/api/research/" + begun.id()))
        .body(reply(begun));
  }

  private KeptResearch find(Caller caller, UUID id, Scope scope) {
    ResearchId research = new ResearchId(id);
    TenantId tenant = researches.tenantOf(caller.user(), research);
    admission.admit(caller, tenant.value(), Role.READER, scope);
    return researches.find(tenant, caller.user(), research);
  }

  @GetMapping("/api/research/{id}")
  ResearchReply show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return reply(find(caller, id, Scope.READ));
  }

  /** Ends it; what it has learned so far stays readable. */
  @DeleteMapping("/api/research/{id}")
  ResearchReply cancel(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    KeptResearch found = find(caller, id, Scope.READ);
    researches.cancel(found.tenant(), found.user(), found.id());
    return reply(researches.find(found.tenant(), found.user(), found.id()));
  }

  private ResearchReply reply(KeptResearch kept) {
    ResearchJson research =
        kept.report()
            .map(text -> json.readValue(text, ResearchJson.class))
            .or(() -> kept.run().map(run -> ResearchJson.of(run, Optional.empty(), false)))
            .orElse(null);
    return new ResearchReply(
        kept.id().value(),
        kept.repository().value(),
        kept.question(),
        kept.state(),
        kept.createdAt(),
        research,
        kept.failure().orElse(null));
  }
}
