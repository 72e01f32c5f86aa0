package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.WikiExports;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.quota.WorkRates;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import ai.wikibuilder.server.wikis.Comparisons;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** One repository: its builds, who may see it. */
@Controller
@RequestMapping("/repositories/{id}")
final class RepositoryPages {
  private static final int BUILD_COUNT = 20;

  /** Digits of a commit's id that tell it from others. */
  private static final int COMMIT_LENGTH = 8;

  private final Pages pages;
  private final Admission admission;
  private final Repositories repositories;
  private final Builds builds;
  private final Work work;

  RepositoryPages(Pages pages, Admission admission, Repositories repositories, Work work) {
    this.pages = pages;
    this.admission = admission;
    this.repositories = repositories;
    this.builds = work.builds();
    this.work = work;
  }

  /** The repository, builds of it, what they made, and how it is taken along. */
  @Component
  record Work(
      NamedRepositories named, Builds builds, Comparisons comparisons, WikiExports exports) {}

  private Repository find(Frame frame, UUID id, Role role) {
    return work.named().find(frame, id, role);
  }

  @GetMapping
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    return show(HttpStatus.OK, frame, find(frame, id, Role.READER));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, Repository repository) {
    BuildWish usual = builds.usualWish(repository.tenant(), repository.id());
    return show(status, frame, repository, Whereabouts.of(usual));
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, Repository repository, Whereabouts part) {
    RepositoryView view =
        new RepositoryView(
            repository.id().value(),
            repository.address().url(),
            repository.address().name(),
            repository.generation().isPresent(),
            repository.visibility() == Visibility.PUBLISHED,
            admission.isIn(frame.caller(), repository.tenant(), Role.MEMBER),
            part,
            BuildPages.asked(builds.usualWish(repository.tenant(), repository.id())),
            admission.isIn(frame.caller(), repository.tenant(), Role.OWNER),
            builds.of(repository.tenant(), repository.id(), BUILD_COUNT).stream()
                .map(build -> BuildPages.line(frame.words(), build))
                .toList(),
            editions(frame.words(), repository));
    return pages.show(
        status,
        "library/repository.jte",
        frame.titled(repository.address().name(), Section.LIBRARY),
        view);
  }

  private List<RepositoryView.Edition> editions(Words words, Repository repository) {
    return work.comparisons().editions(repository.tenant(), repository.id()).stream()
        .map(one ->
            new RepositoryView.Edition(
                one.id(),
                "%s (%s)"
                    .formatted(
                        one.commit().substring(0, Math.min(COMMIT_LENGTH, one.commit().length())),
                        words.second(one.createdAt()))))
        .toList();
  }

  /** The wiki as a file. */
  @GetMapping("/export")
  ResponseEntity<StreamingResponseBody> export(
      Frame frame, @PathVariable UUID id, @RequestParam(defaultValue = "html") String format) {
    Repository repository = find(frame, id, Role.READER);
    return work.exports().of(frame.caller(), repository.tenant(), repository.id(), format);
  }

  @PostMapping("/build")
  ResponseEntity<String> build(Frame frame, @PathVariable UUID id) {
    Repository repository = find(frame, id, Role.MEMBER);
    Builds.Asking asking = new Builds.Asking(repository.tenant(), frame.caller().user());
    return Pages.attempt(
        () -> {
          admission.count(frame.caller(), repository.tenant(), WorkRates.Work.BUILD);
          return Pages.go(
              new LocalPath("/builds/" + builds.refresh(asking, repository.id()).build().id()));
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository));
  }

  /** Builds another branch, or another part, by the same writer. */
  @PostMapping("/part")
  ResponseEntity<String> build(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id, Role.MEMBER);
    Builds.Asking asking = new Builds.Asking(repository.tenant(), frame.caller().user());
    return Pages.attempt(
        () -> {
          BuildWish usual = builds.usualWish(repository.tenant(), repository.id());
          BuildWish wish = Whereabouts.wish(usual, form);
          admission.count(frame.caller(), repository.tenant(), WorkRates.Work.BUILD);
          Builds.Accepted accepted = builds.accept(asking, repository.id(), wish, Optional.empty());
          return Pages.go(new LocalPath("/builds/" + accepted.build().id()));
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository, Whereabouts.of(form)));
  }

  @PostMapping("/visibility")
  ResponseEntity<String> show(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id, Role.OWNER);
    boolean publish = form.value("visibility").equals(Visibility.PUBLISHED.word());
    repositories.show(
        repository.tenant(), repository.id(), publish ? Visibility.PUBLISHED : Visibility.PRIVATE);
    return Pages.go("/repositories/" + id, publish ? Done.PUBLISHED : Done.WITHDRAWN);
  }

  @PostMapping("/delete")
  ResponseEntity<String> delete(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id, Role.MEMBER);
    return Pages.attempt(
        () -> {
          Input.requireName(repository.address().name(), form.value("name"));
          repositories.remove(repository.tenant(), repository.id());
          return Pages.go("/?tenant=" + repository.tenant(), Done.REPOSITORY_DELETED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), repository));
  }
}
