package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.Departure;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageSummary;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's account as a whole: everything that is kept, and the end of it. */
@RestController
@RequestMapping("/api/account")
final class AccountApi {
  private final People people;
  private final Tenants tenants;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final ModelKeys keys;
  private final Usage usage;
  private final Proofs proofs;
  private final Departure departure;

  AccountApi(
      People people,
      Tenants tenants,
      Sessions sessions,
      ApiTokens tokens,
      ModelKeys keys,
      Usage usage,
      Proofs proofs,
      Departure departure) {
    this.people = people;
    this.tenants = tenants;
    this.sessions = sessions;
    this.tokens = tokens;
    this.keys = keys;
    this.usage = usage;
    this.proofs = proofs;
    this.departure = departure;
  }

  /** Everything that is kept of a person, without what is secret. */
  record ExportReply(
      UUID userId,
      String email,
      boolean operator,
      Instant createdAt,
      List<ExportedTenant> tenants,
      List<ExportedSession> sessions) {}

  record ExportedTenant(
      UUID id,
      String kind,
      String name,
      String role,
      List<ExportedToken> tokens,
      @Nullable String modelKeyLastFour,
      @Nullable ExportedUsage usage) {}

  record ExportedToken(
      UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt) {}

  /** Of the person's own tenant alone: an organisation's is the organisation's. */
  record ExportedUsage(
      Instant monthFrom, int builds, int repositories, long tokens, long microDollars) {}

  record ExportedSession(String kind, String device, String address, Instant createdAt) {}

  @GetMapping("/export")
  ExportReply export(@AuthenticationPrincipal Caller caller) {
    Admission.require(caller, Scope.ACCOUNT);
    Account account = people.find(caller.user()).orElseThrow(TenantException::notFound);
    return new ExportReply(
        account.id().value(),
        account.email().text(),
        account.operator(),
        account.createdAt(),
        tenants.of(caller.user()).stream()
            .map(found ->
                new ExportedTenant(
                    found.tenant().id().value(),
                    found.tenant().kind(),
                    found.tenant().name(),
                    found.role().word(),
                    tokens.of(found.tenant().id(), caller.user()).stream()
                        .map(AccountApi::exported)
                        .toList(),
                    keys.find(found.tenant().id(), caller.user())
                        .map(key -> key.lastFour())
                        .orElse(null),
                    found.tenant().id().equals(account.personalTenant())
                        ? exported(usage.thisMonth(account.personalTenant()))
                        : null))
            .toList(),
        sessions.of(caller.user()).stream()
            .map(session ->
                new ExportedSession(
                    session.kind(),
                    session.device().name(),
                    session.device().address(),
                    session.createdAt()))
            .toList());
  }

  private static ExportedToken exported(ApiTokens.ApiToken token) {
    return new ExportedToken(
        token.id(),
        token.name(),
        token.scopes().stream().sorted().map(Scope::word).toList(),
        token.createdAt(),
        token.expiresAt());
  }

  private static ExportedUsage exported(UsageSummary used) {
    return new ExportedUsage(
        used.monthFrom(), used.builds(), used.repositories(), used.tokens(), used.microDollars());
  }

  record DeleteRequest(@Nullable String password) {
    @Override
    public String toString() {
      return "DeleteRequest";
    }
  }

  /** Deletes everything of the caller, who proves once more who is asking. */
  @PostMapping("/delete")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@AuthenticationPrincipal Caller caller, @RequestBody DeleteRequest wish) {
    Admission.require(caller, Scope.ACCOUNT);
    Account account = people.find(caller.user()).orElseThrow(TenantException::notFound);
    proofs.require(account, () -> Input.secret("password", wish.password()), caller.family());
    departure.depart(caller.user());
  }
}
