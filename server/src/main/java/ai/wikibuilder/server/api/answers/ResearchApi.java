package ai.wikibuilder.server.api.answers;

import ai.wikibuilder.answers.asking.AskRequest;
import ai.wikibuilder.answers.json.ResearchJson;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.answers.KeptResearch;
import ai.wikibuilder.server.answers.PublishedReports;
import ai.wikibuilder.server.answers.ResearchEvents;
import ai.wikibuilder.server.answers.ResearchId;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.EventStream;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.jobs.events.EventHub;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Researches: begun, watched, ended, each by whoever asked. */
@RestController
final class ResearchApi {
  private final Researches researches;
  private final ResearchEvents events;
  private final PublishedReports reports;
  private final Admission admission;
  private final JsonMapper json;

  /** Where researches are, and what becomes of their reports. */
  @Component
  record Parts(Researches researches, ResearchEvents events, PublishedReports reports) {}

  ResearchApi(Parts parts, Admission admission, JsonMapper json) {
    this.researches = parts.researches();
    this.events = parts.events();
    this.reports = parts.reports();
    this.admission = admission;
    this.json = json;
  }

  /**
   * What is to be looked into.
   *
   * @param budget most it may cost: {@code 0.50usd}, {@code 100k-tokens} or both
   */
  record ResearchWish(
      @Nullable UUID repositoryId, @Nullable String question, @Nullable String budget) {}

  /**
   * A research as it stands.
   *
   * @param state queued, running, done, capped, failed, not-found or cancelled
   * @param research its steps so far, and at the end its report; none before the first step
   * @param shown whether the report is to be a page of the wiki
   * @param failure why there is no report
   */
  record ResearchReply(
      UUID id,
      UUID repositoryId,
      String question,
      String state,
      Instant createdAt,
      @Nullable String budget,
      boolean shown,
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
    admission.count(caller, tenant, Work.RESEARCH);
    KeptResearch begun =
        researches.begin(
            tenant,
            caller.user(),
            new Researches.Wish(
                new RepositoryId(repository),
                question,
                Optional.ofNullable(wish.budget()).map(text -> Input.budget("budget", text))));
    return ResponseEntity.accepted()
        .location(URI.create("/api/research/" + begun.id()))
        .body(reply(begun));
  }

  /**
   * Has the report be a page of the wiki, for everybody who reads it: the build that is accepted
   * brings it, and every later one.
   */
  @PostMapping("/api/research/{id}/page")
  ResponseEntity<ResearchReply> keep(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    KeptResearch research = find(caller, id, Scope.WRITE);
    admission.admit(caller, research.tenant().value(), Role.MEMBER, Scope.WRITE);
    reports.show(research);
    return ResponseEntity.accepted().body(reply(find(caller, id, Scope.WRITE)));
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

  /**
   * Events as they come, from behind {@code Last-Event-ID} on, until the research is over; 204 when
   * nothing is to come.
   */
  @GetMapping(path = "/api/research/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
  void events(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    KeptResearch research = find(caller, id, Scope.READ);
    int after = EventStream.number(last);
    try (Standing.Held reader = admission.hold(caller, research.tenant());
        EventHub.Watcher watcher = events.watch(research.tenant(), research.id(), after)) {
      new EventStream(response, reader).send(watcher, events.isMoreAfter(research, after));
    }
  }

  private ResearchReply reply(KeptResearch kept) {
    return new ResearchReply(
        kept.id().value(),
        kept.repository().value(),
        kept.question(),
        kept.state(),
        kept.createdAt(),
        kept.budget().orElse(null),
        kept.isShown(),
        kept.json(json).orElse(null),
        kept.failure().orElse(null));
  }
}
