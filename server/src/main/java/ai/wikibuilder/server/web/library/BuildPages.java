package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.EventStream;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.events.EventHub;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Amounts;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Moment;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** Builds that are watched. While one goes on, the page comes anew with each event. */
@Controller
final class BuildPages {
  /** In the order in which builds go through them, as people may call them. */
  private static final List<Step> STEPS =
      List.of(
          new Step("source", "Fetch the repository"),
          new Step("facts", "Read every file"),
          new Step("graph", "Join definitions and calls"),
          new Step("index", "Make it searchable"),
          new Step("plan", "Plan the pages"),
          new Step("pages", "Write and check the pages"),
          new Step("site", "Make the site"));

  private record Step(String stage, String name) {}

  private final Pages pages;
  private final Admission admission;
  private final Repositories repositories;
  private final Builds builds;
  private final Work work;

  BuildPages(Pages pages, Admission admission, Repositories repositories, Work work) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.builds = work.builds();
    this.work = work;
  }

  /** Builds, and how they go on. */
  @Component
  record Work(Builds builds, EventHub hub) {}

  /** A build as lists show it. */
  static LibraryView.BuildLine line(Build build) {
    return new LibraryView.BuildLine(
        build.id().value(),
        build.state().word(),
        !build.state().isFinal(),
        build.failure().isPresent(),
        Moment.minute(build.times().createdAt()));
  }

  private Build find(Frame frame, UUID id, Role role) {
    BuildId build = new BuildId(id);
    Scope scope = role == Role.READER ? Scope.READ : Scope.WRITE;
    TenantId tenant = admission.admit(frame.caller(), builds.tenantOf(build).value(), role, scope);
    return builds.find(tenant, build);
  }

  @GetMapping("/builds/{id}")
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    Build build = find(frame, id, Role.READER);
    Repository repository = repositories.find(build.tenant(), build.repository());
    BuildView view = view(build, repository);
    return pages.live(
        HttpStatus.OK,
        "library/build.jte",
        frame.titled("Build of " + view.name(), Section.LIBRARY),
        view);
  }

  /** Tells an open page that there is something new. */
  @GetMapping("/builds/{id}/events")
  void events(
      Frame frame,
      @PathVariable UUID id,
      @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String last,
      HttpServletResponse response)
      throws IOException {
    Build build = find(frame, id, Role.READER);
    int after = EventStream.number(last);
    try (EventHub.Watcher watcher = work.hub().watch(build.tenant(), build.id(), after)) {
      new EventStream(response).send(watcher, builds.eventsLeft(build, after));
    }
  }

  private BuildView view(Build build, Repository repository) {
    Build.Progress progress = build.progress();
    boolean open = !build.state().isFinal();
    String used =
        progress.tokens() == 0
            ? ""
            : "%,d tokens, %s"
                .formatted(progress.tokens(), Amounts.dollars(progress.microDollars()));
    return new BuildView(
        build.id().value(),
        repository.id().value(),
        repository.address().name(),
        build.state().word(),
        open,
        repository.generation().isPresent(),
        open,
        stages(build),
        build.failure().map(Build.Failure::message),
        used,
        times(build));
  }

  private static List<BuildView.Stage> stages(Build build) {
    Build.Progress progress = build.progress();
    int now = -1;
    for (int i = 0; i < STEPS.size(); i++) {
      if (STEPS.get(i).stage().equals(progress.stage())) {
        now = i;
      }
    }
    boolean done = build.generation().isPresent() && build.state().isFinal();
    List<BuildView.Stage> stages = new ArrayList<>();
    for (int i = 0; i < STEPS.size(); i++) {
      boolean isNow = i == now && !build.state().isFinal();
      String count =
          isNow && progress.total() > 0
              ? String.format(Locale.ROOT, "%,d of %,d", progress.done(), progress.total())
              : "";
      stages.add(new BuildView.Stage(STEPS.get(i).name(), done || i < now, isNow, count));
    }
    return stages;
  }

  private static String times(Build build) {
    String asked = "Asked for " + Moment.minute(build.times().createdAt());
    return build
        .times()
        .endedAt()
        .map(end ->
            "%s, ended after %d s"
                .formatted(
                    asked,
                    java.time.Duration.between(
                            build.times().startedAt().orElse(build.times().createdAt()), end)
                        .toSeconds()))
        .orElse(asked);
  }

  @PostMapping("/builds/{id}/cancel")
  ResponseEntity<String> cancel(Frame frame, @PathVariable UUID id) {
    Build build = find(frame, id, Role.MEMBER);
    builds.cancel(build.tenant(), build.id());
    return Pages.go(new LocalPath("/builds/" + id));
  }
}
