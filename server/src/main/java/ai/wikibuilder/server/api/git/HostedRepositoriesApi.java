package ai.wikibuilder.server.api.git;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.providers.HostedRepositories;
import ai.wikibuilder.server.providers.HostedRepository;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which repositories the caller's token for a host may read. */
@RestController
@RequestMapping("/api/git/repositories")
final class HostedRepositoriesApi {
  private static final int HOST_LENGTH_MAX = 260;

  /** A hundred repositories a page: more than anybody has. */
  private static final int PAGE_MAX = 1_000;

  private final GitCredentials credentials;
  private final HostedRepositories repositories;
  private final Admission admission;

  HostedRepositoriesApi(
      GitCredentials credentials, HostedRepositories repositories, Admission admission) {
    this.credentials = credentials;
    this.repositories = repositories;
    this.admission = admission;
  }

  record HostedRepositoryReply(
      String name,
      String repoUrl,
      @com.fasterxml.jackson.annotation.JsonProperty("private") boolean isPrivate,
      @Nullable String description) {
    static HostedRepositoryReply of(HostedRepository found) {
      return new HostedRepositoryReply(
          found.name(), found.address(), found.isPrivate(), found.description().orElse(null));
    }
  }

  /**
   * One page, the latest worked on first.
   *
   * @param hasMore whether there is a next page
   */
  record HostedRepositoriesReply(
      int page, boolean hasMore, List<HostedRepositoryReply> repositories) {}

  @GetMapping
  HostedRepositoriesReply list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant,
      @RequestParam(required = false) @Nullable String host,
      @RequestParam(defaultValue = "1") int page) {
    TenantId admitted = admission.admit(caller, tenant, Role.MEMBER, Scope.ACCOUNT);
    GitHost named = GitSettingsApi.host(Input.text("host", host, HOST_LENGTH_MAX));
    if (page < 1 || page > PAGE_MAX) {
      throw new InvalidInput("page: expected 1 to %d, got %d".formatted(PAGE_MAX, page));
    }
    String token =
        credentials.tokenFor(admitted, caller.user(), named).orElseThrow(TenantException::notFound);
    HostedRepositories.Page found = repositories.list(named.text(), token, page);
    return new HostedRepositoriesReply(
        page,
        found.hasMore(),
        found.repositories().stream().map(HostedRepositoryReply::of).toList());
  }
}
