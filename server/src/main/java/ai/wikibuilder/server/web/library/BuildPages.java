package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.Builds;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Builds that are watched. While one goes on, the page comes anew every two seconds. */
@Controller
final class BuildPages {
  private static final String AGAIN_SECONDS = "2";

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

  BuildPages(Pages pages, Admission admission, Repositories repositories, Builds builds) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.builds = builds;
  }

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
    ResponseEntity<String> page =
        pages.show(
            "library/build.jte", frame.titled("Build of " + view.name(), Section.LIBRARY), view);
    return view.isOpen()
        ? ResponseEntity.status(page.getStatusCode())
            .headers(page.getHeaders())
            .header("Refresh", AGAIN_SECONDS)
            .body(page.getBody())
        : page;
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
