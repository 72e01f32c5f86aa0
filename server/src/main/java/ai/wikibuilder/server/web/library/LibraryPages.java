package ai.wikibuilder.server.web.library;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.jobs.Build;
import ai.wikibuilder.server.jobs.BuildWish;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.TenantChoices;
import ai.wikibuilder.server.web.words.Words;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The repositories of a tenant: paste an address and go. */
@Controller
final class LibraryPages {
  private static final int CARD_COUNT = 30;
  private static final int ADDRESS_LENGTH_MAX = 500;

  private final Pages pages;
  private final TenantChoices tenants;
  private final Repositories repositories;
  private final Builds builds;
  private final Admission admission;

  LibraryPages(
      Pages pages,
      TenantChoices tenants,
      Repositories repositories,
      Builds builds,
      Admission admission) {
    this.admission = admission;
    this.pages = pages;
    this.tenants = tenants;
    this.repositories = repositories;
    this.builds = builds;
  }

  @GetMapping("/")
  ResponseEntity<String> show(
      Frame frame,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String after) {
    TenantId shown = tenants.named(frame.caller(), tenant, Role.READER);
    return show(
        HttpStatus.OK, frame, view(frame, shown, after, new Typed("", new Whereabouts("", ""))));
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, LibraryView view) {
    return pages.live(
        status, "library/library.jte", frame.titled(frame.say("library"), Section.LIBRARY), view);
  }

  /** What was typed before. */
  private record Typed(String address, Whereabouts part) {}

  private LibraryView view(Frame frame, TenantId tenant, String after, Typed typed) {
    Caller caller = frame.caller();
    List<Repository> found =
        repositories.list(
            tenant, new Form.Id(after).value().map(RepositoryId::new), CARD_COUNT + 1);
    List<Repository> shown = found.subList(0, Math.min(CARD_COUNT, found.size()));
    return new LibraryView(
        tenant.value(),
        tenants.of(caller, tenant, Role.READER),
        shown.stream().map(one -> card(frame.words(), one)).toList(),
        typed.address(),
        typed.part(),
        tenants.of(caller, tenant, Role.MEMBER).stream()
            .anyMatch(choice -> choice.id().equals(tenant.value())),
        found.size() > CARD_COUNT ? Optional.of(shown.getLast().id().value()) : Optional.empty(),
        new Form.Id(after).value());
  }

  private LibraryView.Card card(Words words, Repository repository) {
    return new LibraryView.Card(
        repository.id().value(),
        repository.address().name(),
        repository.address().normalizedId(),
        repository.generation().isPresent(),
        repository.visibility() == Visibility.PUBLISHED,
        builds.of(repository.tenant(), repository.id(), 1).stream()
            .findFirst()
            .map(build -> BuildPages.line(words, build)),
        repository.lastGeneratedAt().map(words::minute).orElse(""));
  }

  @PostMapping("/repositories")
  ResponseEntity<String> add(Frame frame, Form form) {
    Caller caller = frame.caller();
    TenantId tenant = tenants.sent(caller, form, Role.MEMBER);
    String typed = form.value("address");
    return Pages.attempt(
        () -> {
          String address = Input.text("address", typed, ADDRESS_LENGTH_MAX);
          admission.count(caller, tenant, Work.BUILD);
          BuildWish wish = Whereabouts.wish(BuildWish.composed(), form);
          return added(
              new Builds.Asking(tenant, caller.user()),
              repositories.add(tenant, caller.user(), address),
              wish);
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                view(frame, tenant, "", new Typed(shown(typed), Whereabouts.of(form)))));
  }

  /** What was typed without a user and a token in it, which are secret and refused. */
  private static String shown(String typed) {
    return typed.replaceFirst("//[^/]*@", "//");
  }

  /** One that has a wiki is shown: a composed build would take the place of what a model wrote. */
  private ResponseEntity<String> added(
      Builds.Asking asking, Repositories.Added added, BuildWish wish) {
    Repository repository = added.repository();
    if (repository.generation().isPresent()) {
      return Pages.go("/repositories/" + repository.id(), Done.REPOSITORY_KNOWN);
    }
    Build build = builds.accept(asking, repository.id(), wish, Optional.empty()).build();
    return added.isNew()
        ? Pages.go(new LocalPath("/builds/" + build.id()))
        : Pages.go("/builds/" + build.id(), Done.REPOSITORY_KNOWN);
  }
}
