package ai.wikibuilder.server.api.hooks;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.hooks.HookHost;
import ai.wikibuilder.server.hooks.Webhook;
import ai.wikibuilder.server.hooks.Webhooks;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The hooks of a repository. */
@RestController
@RequestMapping("/api/repositories/{id}/webhooks")
final class HookSettingsApi {
  private static final int WORD_LENGTH_MAX = 40;
  private static final int BRANCH_LENGTH_MAX = 255;

  private final Webhooks hooks;
  private final Repositories repositories;
  private final Admission admission;

  HookSettingsApi(Webhooks hooks, Repositories repositories, Admission admission) {
    this.hooks = hooks;
    this.repositories = repositories;
    this.admission = admission;
  }

  private TenantId admitted(Caller caller, UUID id, Scope scope) {
    TenantId owning = repositories.tenantOf(new RepositoryId(id));
    return admission.admit(caller, owning.value(), Role.MEMBER, scope);
  }

  /**
   * A hook.
   *
   * @param path what its host is told, behind the address of the API
   * @param secret that signs; shown once, when it is made
   */
  record WebhookReply(
      UUID id,
      String host,
      @Nullable String branch,
      String path,
      Instant createdAt,
      @Nullable Instant heardAt,
      @Nullable String secret) {
    static WebhookReply of(Webhook hook, @Nullable String secret) {
      return new WebhookReply(
          hook.id(),
          hook.host().word(),
          hook.branch().orElse(null),
          "/hooks/%s?id=%s".formatted(hook.host().word(), hook.id()),
          hook.createdAt(),
          hook.heardAt().orElse(null),
          secret);
    }
  }

  @GetMapping
  List<WebhookReply> list(@AuthenticationPrincipal Caller caller, @PathVariable UUID id) {
    return hooks.of(admitted(caller, id, Scope.READ), new RepositoryId(id)).stream()
        .map(hook -> WebhookReply.of(hook, null))
        .toList();
  }

  /**
   * A hook to make.
   *
   * @param host github, gitlab, bitbucket or gitea
   * @param branch whose pushes are heard; that of the wiki where it is left out
   */
  record WebhookWish(@Nullable String host, @Nullable String branch) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WebhookReply make(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestBody WebhookWish wish) {
    TenantId tenant = admitted(caller, id, Scope.WRITE);
    String word = Input.text("host", wish.host(), WORD_LENGTH_MAX);
    HookHost host =
        HookHost.ofWord(word)
            .orElseThrow(() ->
                new InvalidInput("host: expected github, gitlab, bitbucket or gitea, got " + word));
    Optional<String> branch =
        Optional.ofNullable(wish.branch()).map(text -> Input.ref(text, BRANCH_LENGTH_MAX));
    Webhooks.Made made =
        hooks.make(tenant, caller.user(), new Webhooks.Wish(new RepositoryId(id), host, branch));
    return WebhookReply.of(made.hook(), made.secret());
  }

  @DeleteMapping("/{webhook}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void remove(
      @AuthenticationPrincipal Caller caller, @PathVariable UUID id, @PathVariable UUID webhook) {
    hooks.remove(admitted(caller, id, Scope.WRITE), new RepositoryId(id), webhook);
  }
}
