package ai.wikibuilder.server.web.research;

import ai.wikibuilder.answers.asking.AskRequest;
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
import ai.wikibuilder.server.quota.WorkRates;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/** Questions that are looked into step by step. Each is seen by whoever asked. */
@Controller
final class ResearchPages {
  private final Pages pages;
  private final Admission admission;
  private final NamedRepositories repositories;
  private final Work work;

  /** Researches, how they go on, and what becomes of their reports. */
  @Component
  record Work(
      Researches researches,
      ResearchEvents events,
      PublishedReports reports,
      ResearchViews views) {}

  ResearchPages(Pages pages, Admission admission, NamedRepositories repositories, Work work) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.work = work;
  }

  private Repository repository(Frame frame, UUID id) {
    return repositories.find(frame, id, Role.READER);
  }

  @GetMapping("/repositories/{id}/research")
  ResponseEntity<String> list(Frame frame, @PathVariable UUID id) {
    return list(HttpStatus.OK, frame, repository(frame, id), new Typed("", ""));
  }

  /** What was typed before. */
  private record Typed(String question, String budget) {}

  private ResponseEntity<String> list(
      HttpStatus status, Frame frame, Repository repository, Typed typed) {
    ResearchListView view =
        new ResearchListView(
            repository.id().value(),
            repository.address().name(),
            work.researches().isPossible(repository.tenant(), frame.caller().user()),
            typed.question(),
            typed.budget(),
            work
                .researches()
                .list(repository.tenant(), frame.caller().user(), repository.id())
                .stream()
                .map(one ->
                    new ResearchListView.Line(
                        one.id().value(),
                        one.question(),
                        frame.words().word("state", one.state()),
                        one.state().equals("failed"),
                        frame.words().minute(one.createdAt())))
                .toList(),
            admission.isIn(frame.caller(), repository.tenant(), Role.MEMBER));
    return pages.show(
        status,
        "research/list.jte",
        frame.titled(frame.say("research.title", view.name()), Section.LIBRARY),
        view);
  }

  @PostMapping("/repositories/{id}/research")
  ResponseEntity<String> begin(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = repository(frame, id);
    return Pages.attempt(
        () -> {
          String question =
              Input.lines("question", form.value("question"), AskRequest.CHAR_COUNT_MAX);
          admission.count(frame.caller(), repository.tenant(), WorkRates.Work.RESEARCH);
          KeptResearch begun =
              work.researches()
                  .begin(
                      repository.tenant(),
                      frame.caller().user(),
                      new Researches.Wish(
                          repository.id(),
                          question,
                          form.typed("budget").map(text -> Input.budget("cap", text))));
          return Pages.go(new LocalPath("/research/" + begun.id()));
        },
        refusal ->
            list(
                refusal.status(),
                frame.with(refusal),
                repository,
                new Typed(form.value("question"), form.value("budget"))));
  }

  private KeptResearch find(Frame frame, UUID id, Role role) {
    ResearchId research = new ResearchId(id);
    TenantId tenant = work.researches().tenantOf(frame.caller().user(), research);
    admission.admit(frame.caller(), tenant.value(), role, Scope.READ);
    return work.researches().find(tenant, frame.caller().user(), research);
  }

  @GetMapping("/research/{id}")
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    return show(HttpStatus.OK, frame, find(frame, id, Role.READER));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, KeptResearch research) {
    boolean isMember = admission.isIn(frame.caller(), research.tenant(), Role.MEMBER);
    return pages.live(
        status,
        "research/one.jte",
        frame.titled(frame.say("research"), Section.LIBRARY),
        work.views().of(frame.words(), research, isMember));
  }

  /** Tells an open page that there is something new. */
  @GetMapping("/research/{id}/events")
  void events(
      Frame frame,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    KeptResearch research = find(frame, id, Role.READER);
    int after = EventStream.number(last);
    try (Standing.Held reader = admission.hold(frame.caller(), research.tenant());
        EventHub.Watcher watcher = work.events().watch(research.tenant(), research.id(), after)) {
      new EventStream(response, reader).send(watcher, work.events().isMoreAfter(research, after));
    }
  }

  @PostMapping("/research/{id}/cancel")
  ResponseEntity<String> cancel(Frame frame, @PathVariable UUID id) {
    KeptResearch research = find(frame, id, Role.READER);
    work.researches().cancel(research.tenant(), frame.caller().user(), research.id());
    return Pages.go("/research/" + id, Done.RESEARCH_ENDED);
  }

  /** Has the report be a page of the wiki. */
  @PostMapping("/research/{id}/page")
  ResponseEntity<String> keep(Frame frame, @PathVariable UUID id) {
    KeptResearch research = find(frame, id, Role.MEMBER);
    return Pages.attempt(
        () -> {
          work.reports().show(research);
          return Pages.go("/research/" + id, Done.REPORT_SHOWN);
        },
        refusal -> show(refusal.status(), frame.with(refusal), research));
  }
}
