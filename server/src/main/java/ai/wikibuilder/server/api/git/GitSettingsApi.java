package ai.wikibuilder.server.api.git;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.api.TypedToken;
import ai.wikibuilder.server.git.GitCredential;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.providers.GrantRevocation;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own git tokens in a tenant, one for each host. They go in and never come out. */
@RestController
@RequestMapping("/api/settings/git")
final class GitSettingsApi {
  private static final int HOST_LENGTH_MAX = 260;

  private final GitCredentials credentials;
  private final GrantRevocation revocation;
  private final Admission admission;

  GitSettingsApi(GitCredentials credentials, GrantRevocation revocation, Admission admission) {
    this.credentials = credentials;
    this.revocation = revocation;
    this.admission = admission;
  }

  /**
   * A token as its owner sees it.
   *
   * @param source typed is one that somebody left here, provider one that a login provider gave
   */
  record GitTokenReply(
      String host, String source, String lastFour, @Nullable Instant expiresAt, Instant updatedAt) {
    static GitTokenReply of(GitCredential credential) {
      return new GitTokenReply(
          credential.host().text(),
          credential.provider().isPresent() ? "provider" : "typed",
          credential.lastFour(),
          credential.expiresAt().orElse(null),
          credential.updatedAt());
    }
  }

  @GetMapping
  List<GitTokenReply> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant) {
    TenantId admitted = admission.admit(caller, tenant, Role.MEMBER, Scope.ACCOUNT);
    return credentials.of(admitted, caller.user()).stream().map(GitTokenReply::of).toList();
  }

  /**
   * A token.
   *
   * @param host as it stands in addresses of repositories, with a port that is not the usual one
   */
  record GitTokenRequest(@Nullable UUID tenant, @Nullable String host, @Nullable String token) {
    @Override
    public String toString() {
      return "GitTokenRequest";
    }
  }

  @PutMapping
  GitTokenReply put(@AuthenticationPrincipal Caller caller, @RequestBody GitTokenRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.MEMBER, Scope.ACCOUNT);
    GitHost host = host(Input.text("host", wish.host(), HOST_LENGTH_MAX));
    credentials.put(tenant, caller.user(), host, TypedToken.of(wish.token()));
    return credentials.of(tenant, caller.user()).stream()
        .filter(kept -> kept.host().equals(host))
        .map(GitTokenReply::of)
        .findFirst()
        .orElseThrow();
  }

  /** Forgets the token here, and at the provider that gave it where that has a place for it. */
  @DeleteMapping
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant,
      @RequestParam(required = false) @Nullable String host) {
    TenantId admitted = admission.admit(caller, tenant, Role.MEMBER, Scope.ACCOUNT);
    credentials
        .remove(admitted, caller.user(), host(Input.text("host", host, HOST_LENGTH_MAX)))
        .ifPresent(revocation::revoke);
  }

  static GitHost host(String typed) {
    return GitHost.parse(typed)
        .orElseThrow(() ->
            new InvalidInput("host: expected a name such as github.com or git.example.org:8443"));
  }
}
