package ai.wikibuilder.server.web.updates;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.hooks.HookHost;
import ai.wikibuilder.server.hooks.Webhook;
import ai.wikibuilder.server.hooks.Webhooks;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.schedules.Every;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.NamedRepositories;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import ai.wikibuilder.server.web.words.Words;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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

/** The schedule of a repository, and its hooks. */
@Controller
@RequestMapping("/repositories/{id}/updates")
final class UpdatePages {
  private static final String NONE = "none";
  private static final int BRANCH_LENGTH_MAX = 255;
  private static final int PUSH_COUNT = 5;

  private final Pages pages;
  private final NamedRepositories repositories;
  private final Upkeep upkeep;

  /** What keeps wikis up to date, and where this server is reached. */
  @Component
  record Upkeep(Schedules schedules, Webhooks hooks, AccountSettings settings) {}

  UpdatePages(Pages pages, NamedRepositories repositories, Upkeep upkeep) {
    this.pages = pages;
    this.repositories = repositories;
    this.upkeep = upkeep;
  }

  private Repository find(Frame frame, UUID id) {
    return repositories.find(frame, id, Role.MEMBER);
  }

  @GetMapping
  ResponseEntity<String> show(Frame frame, @PathVariable UUID id) {
    return show(HttpStatus.OK, frame, find(frame, id), new Shown("", Optional.empty()));
  }

  /** What a form leaves on the page: the branch that was typed, or the hook that was made. */
  private record Shown(String branch, Optional<UpdatesView.Made> made) {}

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, Repository repository, Shown shown) {
    TenantId tenant = repository.tenant();
    UpdatesView view =
        new UpdatesView(
            repository.id().value(),
            repository.address().url(),
            repository.generation().isPresent(),
            upkeep.schedules().of(tenant, repository.id()).map(Every::word).orElse(NONE),
            schedules(frame.words()),
            upkeep.hooks().of(tenant, repository.id()).stream()
                .map(hook -> line(frame.words(), tenant, hook))
                .toList(),
            shown.made(),
            hosts(frame.words(), repository),
            shown.branch());
    return pages.show(
        status,
        "updates/updates.jte",
        frame.titled(frame.say("updates.title", repository.address().name()), Section.LIBRARY),
        view);
  }

  private static List<UpdatesView.Choice> schedules(Words words) {
    List<UpdatesView.Choice> choices = new ArrayList<>();
    choices.add(new UpdatesView.Choice(NONE, words.say("updates.never")));
    for (Every every : Every.values()) {
      choices.add(new UpdatesView.Choice(every.word(), words.say("updates." + every.word())));
    }
    return choices;
  }

  private static String name(Words words, HookHost host) {
    return switch (host) {
      case GITHUB -> "GitHub";
      case GITLAB -> "GitLab";
      case BITBUCKET -> "Bitbucket";
      case GITEA -> words.say("updates.gitea");
    };
  }

  /** The one whose name is in the address of the repository first. */
  private static List<UpdatesView.Choice> hosts(Words words, Repository repository) {
    String at = repository.address().host();
    return Arrays.stream(HookHost.values())
        .sorted(Comparator.comparing((HookHost host) -> !at.contains(host.word())))
        .map(host -> new UpdatesView.Choice(host.word(), name(words, host)))
        .toList();
  }

  private UpdatesView.Hook line(Words words, TenantId tenant, Webhook hook) {
    return new UpdatesView.Hook(
        hook.id(),
        name(words, hook.host()),
        hook.branch().orElse(words.say("updates.branch.wiki")),
        address(hook),
        words.day(hook.createdAt()),
        upkeep.hooks().heard(tenant, hook.id(), PUSH_COUNT).stream().map(words::minute).toList());
  }

  private String address(Webhook hook) {
    return upkeep
        .settings()
        .pages()
        .resolve("/hooks/%s?id=%s".formatted(hook.host().word(), hook.id()))
        .toString();
  }

  @PostMapping("/schedule")
  ResponseEntity<String> schedule(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    return Pages.attempt(
        () -> {
          Optional<Every> every = every(form.value("every"));
          Builds.Asking asking = new Builds.Asking(repository.tenant(), frame.caller().user());
          every.ifPresentOrElse(
              often -> upkeep.schedules().set(asking, repository.id(), often),
              () -> upkeep.schedules().remove(repository.tenant(), repository.id()));
          return Pages.go(
              "/repositories/%s/updates".formatted(id),
              every.isPresent() ? Done.SCHEDULE_SET : Done.SCHEDULE_ENDED);
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                repository,
                new Shown("", Optional.empty())));
  }

  private static Optional<Every> every(String word) {
    Optional<Every> every = Every.ofWord(word);
    if (every.isEmpty() && !word.equals(NONE)) {
      throw new InvalidInput("every: expected one of the choices, got another word");
    }
    return every;
  }

  @PostMapping("/webhooks")
  ResponseEntity<String> make(Frame frame, Form form, @PathVariable UUID id) {
    Repository repository = find(frame, id);
    return Pages.attempt(
        () -> {
          HookHost host =
              HookHost.ofWord(form.value("host"))
                  .orElseThrow(() -> new InvalidInput("host: expected one of the choices"));
          Optional<String> branch =
              form.typed("branch").map(typed -> Input.ref(typed, BRANCH_LENGTH_MAX));
          Webhooks.Made made =
              upkeep
                  .hooks()
                  .make(
                      repository.tenant(),
                      frame.caller().user(),
                      new Webhooks.Wish(repository.id(), host, branch));
          UpdatesView.Made shown =
              new UpdatesView.Made(name(frame.words(), host), address(made.hook()), made.secret());
          return show(HttpStatus.CREATED, frame, repository, new Shown("", Optional.of(shown)));
        },
        refusal ->
            show(
                refusal.status(),
                frame.with(refusal),
                repository,
                new Shown(form.value("branch"), Optional.empty())));
  }

  @PostMapping("/webhooks/{webhook}/delete")
  ResponseEntity<String> remove(Frame frame, @PathVariable UUID id, @PathVariable UUID webhook) {
    Repository repository = find(frame, id);
    upkeep.hooks().remove(repository.tenant(), repository.id(), webhook);
    return Pages.go("/repositories/%s/updates".formatted(id), Done.WEBHOOK_REMOVED);
  }
}
