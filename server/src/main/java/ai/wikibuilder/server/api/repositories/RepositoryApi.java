package ai.wikibuilder.server.api.repositories;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.jobs.Builds;
import ai.wikibuilder.server.jobs.schedules.Every;
import ai.wikibuilder.server.jobs.schedules.Schedules;
import ai.wikibuilder.server.quota.WorkRates.Work;
import ai.wikibuilder.server.repositories.Connections;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.Repository;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.repositories.Visibility;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The repositories of a tenant. */
@RestController
@RequestMapping("/api/repositories")
final class RepositoryApi {
  private static final int ADDRESS_LENGTH_MAX = 2_048;
  private static final int WORD_LENGTH_MAX = 40;
  private static final int PAGE_COUNT_MAX = 100;
  private static final int PAGE_COUNT = 50;

  private final Repositories repositories;
  private final Parts parts;
  private final Admission admission;

  /** What a repository has beside its row. */
  @Component
  record Parts(Connections connections, GitCredentials credentials, Schedules schedules) {}

  RepositoryApi(Repositories repositories, Parts parts, Admission admission) {
    this.repositories = repositories;
    this.parts = parts;
    this.admission = admission;
  }

  record RepositoryReply(
      UUID id,
      UUID tenantId,
      String repoUrl,
      String name,
      String visibility,
      Instant createdAt,
      @Nullable Instant lastGeneratedAt,
      @Nullable UUID generation,
      @Nullable String schedule) {
    static RepositoryReply of(Repository repository) {
      return of(repository, Optional.empty());
    }

    static RepositoryReply of(Repository repository, Optional<Every> every) {
      return new RepositoryReply(
          repository.id().value(),
          repository.tenant().value(),
          repository.address().url(),
          repository.address().name(),
          repository.visibility().word(),
          repository.createdAt(),
          repository.lastGeneratedAt().orElse(null),
          repository.generation().orElse(null),
          every.map(Every::word).orElse(null));
    }
  }

  /**
   * A part of the list.
   *
   * @param next what {@code after} is for the part that follows; none at the end
   */
  record RepositoryPage(List<RepositoryReply> items, @Nullable UUID next) {}

  /** The newest first. */
  @GetMapping
  RepositoryPage list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant,
      @RequestParam(required = false) @Nullable UUID after,
      @RequestParam(required = false) @Nullable Integer limit) {
    TenantId admitted = admission.admit(caller, tenant, Role.READER, Scope.READ);
    int most = limit == null ? PAGE_COUNT : limit;
    if (most < 1 || most > PAGE_COUNT_MAX) {
      throw new InvalidInput("limit: expected 1 to %d, got %d".formatted(PAGE_COUNT_MAX, most));
    }
    List<Repository> found =
        repositories.list(admitted, Optional.ofNullable(after).map(RepositoryId::new), most + 1);
    List<Repository> shown = found.subList(0, Math.min(most, found.size()));
    return new RepositoryPage(
        shown.stream().map(RepositoryReply::of).toList(),
        found.size() > most ? shown.getLast().id().value() : null);
  }

  /**
   * A repository to add.
   *
   * @param repoUrl its https address, without user or token
   */
  record RepositoryRequest(@Nullable UUID tenant, @Nullable String repoUrl) {}

  /** Answers 201 for a new one and 200 for one that is there under any spelling. */
  @PostMapping
  ResponseEntity<RepositoryReply> add(
      @AuthenticationPrincipal Caller caller, @RequestBody RepositoryRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.MEMBER, Scope.WRITE);
    Repositories.Added added =
        repositories.add(
            tenant, caller.user(), Input.text("repoUrl", wish.repoUrl(), ADDRESS_LENGTH_MAX));
    RepositoryReply reply = RepositoryReply.of(added.repository());
    return added.isNew()
        ? ResponseEntity.created(URI.create("/api/repositories/" + reply.id())).body(reply)
        : ResponseEntity.ok(reply);
  }

  @GetMapping("/{id}")
  RepositoryReply show(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant = admitted(caller, repository, Role.READER, Scope.READ);
    return shown(repositories.find(tenant, repository));
  }

  private RepositoryReply shown(Repository repository) {
    return RepositoryReply.of(
        repository, parts.schedules().of(repository.tenant(), repository.id()));
  }

  /**
   * What is to be changed.
   *
   * @param visibility private or published; as it is where it is left out
   * @param schedule hourly, daily, weekly or none; as it is where it is left out
   */
  record RepositoryChange(@Nullable String visibility, @Nullable String schedule) {}

  @PatchMapping("/{id}")
  RepositoryReply change(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody RepositoryChange wish) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant = admitted(caller, repository, Role.OWNER, Scope.WRITE);
    if (wish.visibility() == null && wish.schedule() == null) {
      throw new InvalidInput("expected visibility, schedule or both, got neither");
    }
    Optional<Visibility> visibility =
        Optional.ofNullable(wish.visibility()).map(RepositoryApi::visibility);
    String often = wish.schedule();
    Optional<Every> every = often == null ? Optional.empty() : schedule(often);
    visibility.ifPresent(to -> repositories.show(tenant, repository, to));
    if (often != null) {
      schedule(new Builds.Asking(tenant, caller.user()), repository, every);
    }
    return shown(repositories.find(tenant, repository));
  }

  private void schedule(Builds.Asking asking, RepositoryId repository, Optional<Every> every) {
    every.ifPresentOrElse(
        often -> parts.schedules().set(asking, repository, often),
        () -> parts.schedules().remove(asking.tenant(), repository));
  }

  private static Visibility visibility(String typed) {
    String word = Input.text("visibility", typed, WORD_LENGTH_MAX);
    return Visibility.ofWord(word)
        .orElseThrow(
            () -> new InvalidInput("visibility: expected private or published, got " + word));
  }

  private static Optional<Every> schedule(String typed) {
    String word = Input.text("schedule", typed, WORD_LENGTH_MAX);
    Optional<Every> every = Every.ofWord(word);
    if (every.isEmpty() && !word.equals("none")) {
      throw new InvalidInput("schedule: expected hourly, daily, weekly or none, got " + word);
    }
    return every;
  }

  /** With all its builds and wikis. */
  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    RepositoryId repository = new RepositoryId(id);
    repositories.remove(admitted(caller, repository, Role.MEMBER, Scope.WRITE), repository);
  }

  /**
   * What the git host said.
   *
   * @param state reached, or why not: refused, unreachable, unauthorized, not_found and the like
   * @param commit what the default branch is at, when it was reached
   */
  record ConnectionReply(String state, @Nullable String commit) {}

  /**
   * Asks the git host, with the caller's token for it, whether it would give the repository away.
   */
  @PostMapping("/{id}/connection")
  ConnectionReply connect(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    RepositoryId repository = new RepositoryId(id);
    TenantId tenant = admitted(caller, repository, Role.MEMBER, Scope.WRITE);
    Repository found = repositories.find(tenant, repository);
    admission.count(caller, tenant, Work.CONNECTION);
    Optional<String> token =
        GitHost.parse(found.address().host())
            .flatMap(host -> parts.credentials().tokenFor(tenant, caller.user(), host));
    return switch (parts.connections().ask(found.address(), token)) {
      case Connections.Answer.Reached(String commit) -> new ConnectionReply("reached", commit);
      case Connections.Answer.Refused(var kind) ->
          new ConnectionReply(kind.name().toLowerCase(Locale.ROOT), null);
    };
  }

  private TenantId admitted(Caller caller, RepositoryId id, Role role, Scope scope) {
    return admission.admit(caller, repositories.tenantOf(id).value(), role, scope);
  }
}
