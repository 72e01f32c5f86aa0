package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.EventStream;
import ai.wikibuilder.server.api.Standing;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildId;
import ai.wikibuilder.server.jobs.BuildState;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.events.EventHub;
import ai.wikibuilder.server.quota.WorkRates;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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
  private static final List<String> STAGES =
      List.of("source", "facts", "graph", "index", "plan", "pages", "site");

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
  static LibraryView.BuildLine line(Words words, Build build) {
    return new LibraryView.BuildLine(
        build.id().value(),
        words.word("state", build.state().word()),
        !build.state().isFinal(),
        build.failure().isPresent(),
        words.minute(build.times().createdAt()),
        asked(build.wish()).stream().map(BuildView.Wish::value).collect(Collectors.joining(", ")));
  }

  private Build find(Frame frame, UUID id, Role role) {
    BuildId build = new BuildId(id);
    Scope scope = role == Role.READER ? Scope.READ : Scope.WRITE;
    TenantId tenant = admission.admit(frame.caller(), builds.tenantOf(build).value(), role, scope);
    return builds.find(tenant, build);
  }

  @GetMapping("/builds/{id}")
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    return show(HttpStatus.OK, frame, find(frame, id, Role.READER));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, Build build) {
    Repository repository = repositories.find(build.tenant(), build.repository());
    boolean canBuild = admission.isIn(frame.caller(), build.tenant(), Role.MEMBER);
    BuildView view = view(frame.words(), build, repository, canBuild);
    return pages.live(
        status,
        "library/build.jte",
        frame.titled(frame.say("build.title", view.name()), Section.LIBRARY),
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
    try (Standing.Held reader = admission.hold(frame.caller(), build.tenant());
        EventHub.Watcher watcher = work.hub().watch(build.tenant(), build.id(), after)) {
      new EventStream(response, reader).send(watcher, builds.eventsLeft(build, after));
    }
  }

  private static BuildView view(Words words, Build build, Repository repository, boolean canBuild) {
    Build.Progress progress = build.progress();
    boolean open = !build.state().isFinal();
    String used =
        progress.tokens() == 0
            ? ""
            : words.say(
                "build.usage",
                words.count(progress.tokens()),
                words.dollars(progress.microDollars()));
    return new BuildView(
        build.id().value(),
        repository.id().value(),
        repository.address().name(),
        words.word("state", build.state().word()),
        open,
        build.state() == BuildState.CANCELLED,
        repository.generation().isPresent(),
        open && canBuild,
        asked(build.wish()),
        stages(words, build),
        build.failure().map(failure -> words.retell(failure.message())),
        canBuild && isAboutPages(build),
        build.putBack().map(back -> putBack(words, back)),
        used,
        times(words, build));
  }

  private static boolean isAboutPages(Build build) {
    return build
        .failure()
        .filter(failure -> failure.kind().equals(Build.Failure.PAGES_LOST))
        .isPresent();
  }

  private static String putBack(Words words, Build.PutBack back) {
    return words.say(
        "build.put-back",
        words.minute(back.at()),
        words.retell(back.why().message()),
        words.minute(back.nextTryAt()));
  }

  /** What tells this build from others of the repository. */
  static List<BuildView.Wish> asked(BuildWish wish) {
    List<BuildView.Wish> asked = new ArrayList<>();
    wish.ref().ifPresent(ref -> asked.add(new BuildView.Wish("build.wish.ref", ref)));
    if (!wish.subPath().isEmpty()) {
      asked.add(new BuildView.Wish("build.wish.folder", wish.subPath()));
    }
    wish.retriedPage().ifPresent(page -> asked.add(new BuildView.Wish("build.wish.page", page)));
    return asked;
  }

  private static List<BuildView.Stage> stages(Words words, Build build) {
    Build.Progress progress = build.progress();
    int now = -1;
    for (int i = 0; i < STAGES.size(); i++) {
      if (STAGES.get(i).equals(progress.stage())) {
        now = i;
      }
    }
    boolean done = build.generation().isPresent() && build.state().isFinal();
    List<BuildView.Stage> stages = new ArrayList<>();
    for (int i = 0; i < STAGES.size(); i++) {
      boolean isNow = i == now && !build.state().isFinal();
      String count =
          isNow && progress.total() > 0
              ? words.say(
                  "build.count", words.count(progress.done()), words.count(progress.total()))
              : "";
      stages.add(
          new BuildView.Stage(
              words.say("build.step." + STAGES.get(i)), done || i < now, isNow, count));
    }
    return stages;
  }

  private static String times(Words words, Build build) {
    Build.Times times = build.times();
    String asked = words.minute(times.createdAt());
    return times
        .endedAt()
        .map(end -> Duration.between(times.startedAt().orElse(times.createdAt()), end))
        .map(took -> words.say("build.ended", asked, words.count(took.toSeconds())))
        .orElseGet(() -> words.say("build.asked", asked));
  }

  /** Asks for the same build once more, and says that most pages are meant to go. */
  @PostMapping("/builds/{id}/fewer-pages")
  ResponseEntity<String> fewerPages(Frame frame, @PathVariable UUID id) {
    Build build = find(frame, id, Role.MEMBER);
    return Pages.attempt(
        () -> {
          admission.count(frame.caller(), build.tenant(), WorkRates.Work.BUILD);
          Builds.Asking asking = new Builds.Asking(build.tenant(), frame.caller().user());
          BuildWish wish = build.wish().withFewerPages();
          return Pages.go(
              new LocalPath(
                  "/builds/"
                      + builds
                          .accept(asking, build.repository(), wish, Optional.empty())
                          .build()
                          .id()));
        },
        refusal -> show(refusal.status(), frame.with(refusal), build));
  }

  @PostMapping("/builds/{id}/cancel")
  ResponseEntity<String> cancel(Frame frame, @PathVariable UUID id) {
    Build build = find(frame, id, Role.MEMBER);
    builds.cancel(build.tenant(), build.id());
    return Pages.go(new LocalPath("/builds/" + id));
  }
}
