package ai.wikibuilder.server.web.providers;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.api.TypedToken;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.git.GrantedToken;
import ai.wikibuilder.server.providers.GrantRevocation;
import ai.wikibuilder.server.providers.HostedRepositories;
import ai.wikibuilder.server.providers.ProviderException;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.web.Done;
import ai.wikibuilder.server.web.Form;
import ai.wikibuilder.server.web.Frame;
import ai.wikibuilder.server.web.LocalPath;
import ai.wikibuilder.server.web.Pages;
import ai.wikibuilder.server.web.Section;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A person's git tokens in a tenant, and the repositories they reach. */
@Controller
final class GitPages {
  private static final String HERE = "/settings/git";
  private static final int HOST_LENGTH_MAX = 260;
  private static final int PAGE_MAX = 1_000;

  private final Pages pages;
  private final GitGrants grants;
  private final GitCredentials credentials;
  private final Listing listing;

  GitPages(
      Pages pages,
      GitGrants grants,
      GitCredentials credentials,
      Providers providers,
      HostedRepositories repositories,
      GrantRevocation revocation) {
    this.pages = pages;
    this.grants = grants;
    this.credentials = credentials;
    this.listing = new Listing(providers, repositories, revocation);
  }

  /** What is asked of providers. */
  private record Listing(
      Providers providers, HostedRepositories repositories, GrantRevocation revocation) {}

  @GetMapping(HERE)
  ResponseEntity<String> show(Frame frame, @RequestParam(defaultValue = "") String tenant) {
    return show(HttpStatus.OK, frame, grants.admitted(frame.caller(), tenant), "");
  }

  private ResponseEntity<String> show(
      HttpStatus status, Frame frame, TenantId tenant, String typed) {
    GitView view =
        new GitView(
            tenant.toString(),
            credentials.of(tenant, frame.caller().user()).stream()
                .map(kept ->
                    new GitView.Token(
                        kept.host().text(),
                        kept.lastFour(),
                        kept.provider().isPresent(),
                        frame.words().day(kept.updatedAt())))
                .toList(),
            listing.providers().choices().stream()
                .filter(Providers.Choice::hasRepositories)
                .toList(),
            typed);
    return pages.show(
        status,
        "providers/git.jte",
        frame.titled(frame.say("settings.git"), Section.SETTINGS),
        view);
  }

  @PostMapping(HERE)
  ResponseEntity<String> put(Frame frame, Form form) {
    TenantId tenant = grants.admitted(frame.caller(), form.value("tenant"));
    return Pages.attempt(
        () -> {
          String token = TypedToken.of(form.value("token"));
          credentials.put(tenant, frame.caller().user(), host(form.value("host")), token);
          return Pages.go(HERE + "?tenant=" + tenant, Done.GIT_TOKEN_SAVED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), tenant, form.value("host")));
  }

  private static GitHost host(String typed) {
    return GitHost.parse(Input.text("host", typed, HOST_LENGTH_MAX))
        .orElseThrow(() ->
            new InvalidInput("host: expected a name such as github.com or git.example.org:8443"));
  }

  @PostMapping(HERE + "/remove")
  ResponseEntity<String> remove(Frame frame, Form form) {
    TenantId tenant = grants.admitted(frame.caller(), form.value("tenant"));
    return Pages.attempt(
        () -> {
          Optional<GrantedToken> granted =
              credentials.remove(tenant, frame.caller().user(), host(form.value("host")));
          boolean revoked = granted.filter(listing.revocation()::revoke).isPresent();
          return Pages.go(
              HERE + "?tenant=" + tenant,
              revoked ? Done.GIT_TOKEN_REVOKED : Done.GIT_TOKEN_REMOVED);
        },
        refusal -> show(refusal.status(), frame.with(refusal), tenant, ""));
  }

  @GetMapping(HERE + "/repositories")
  ResponseEntity<String> repositories(
      Frame frame,
      @RequestParam(defaultValue = "") String tenant,
      @RequestParam(defaultValue = "") String host,
      @RequestParam(defaultValue = "1") int page) {
    Caller caller = frame.caller();
    TenantId admitted = grants.admitted(caller, tenant);
    Optional<GitHost> named = GitHost.parse(host);
    Optional<String> token =
        named.flatMap(known -> credentials.tokenFor(admitted, caller.user(), known));
    return named.isEmpty() || token.isEmpty()
        ? Pages.go(new LocalPath(HERE + "?tenant=" + admitted)) // where one can be left
        : list(frame, new Asked(admitted, named.get(), Math.clamp(page, 1, PAGE_MAX)), token.get());
  }

  private record Asked(TenantId tenant, GitHost host, int page) {}

  private ResponseEntity<String> list(Frame frame, Asked asked, String token) {
    Frame titled =
        frame.titled(frame.say("git.repositories.of", asked.host().text()), Section.SETTINGS);
    try {
      HostedRepositories.Page found =
          listing.repositories().list(asked.host().text(), token, asked.page());
      return show(HttpStatus.OK, titled, view(asked, found, ""));
    } catch (ProviderException e) {
      HostedRepositories.Page none = new HostedRepositories.Page(List.of(), false);
      return show(
          HttpStatus.SERVICE_UNAVAILABLE,
          titled,
          view(asked, none, frame.words().retell(String.valueOf(e.getMessage()))));
    }
  }

  private static RepositoriesView view(Asked asked, HostedRepositories.Page found, String problem) {
    return new RepositoriesView(
        asked.tenant().toString(),
        asked.host().text(),
        asked.page(),
        found.hasMore(),
        found.repositories(),
        problem);
  }

  private ResponseEntity<String> show(HttpStatus status, Frame frame, RepositoriesView view) {
    return pages.show(status, "providers/repositories.jte", frame, view);
  }
}
