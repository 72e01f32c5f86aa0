package ai.wikibuilder.server.api;

import ai.wikibuilder.server.accounts.Account;
import ai.wikibuilder.server.accounts.AddressChange;
import ai.wikibuilder.server.accounts.EmailAddress;
import ai.wikibuilder.server.accounts.Identities;
import ai.wikibuilder.server.accounts.People;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.accounts.tokens.Sessions;
import ai.wikibuilder.server.answers.Conversations;
import ai.wikibuilder.server.answers.Researches;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.quota.Usage;
import ai.wikibuilder.server.quota.UsageSummary;
import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.Tenants;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Everything that is kept of a person, as {@code /api} answers it and as the settings let it be
 * taken along. Threads may share it.
 */
@Component
public final class AccountExport {
  /** Of each kind and tenant, the newest: more than a person has, and not more than fits. */
  private static final int COUNT_MAX = 10_000;

  private final People people;
  private final Tenants tenants;
  private final Sessions sessions;
  private final ApiTokens tokens;
  private final ModelKeys keys;
  private final Usage usage;
  private final Identities identities;
  private final GitCredentials credentials;
  private final AddressChange addresses;
  private final Asked asked;

  /** What somebody asked, and what was added to the library. */
  @Component
  record Asked(
      Repositories repositories,
      Conversations conversations,
      Researches researches,
      JsonMapper json) {}

  AccountExport(
      People people,
      Tenants tenants,
      Sessions sessions,
      ApiTokens tokens,
      ModelKeys keys,
      Usage usage,
      Identities identities,
      GitCredentials credentials,
      AddressChange addresses,
      Asked asked) {
    this.people = people;
    this.tenants = tenants;
    this.sessions = sessions;
    this.tokens = tokens;
    this.keys = keys;
    this.usage = usage;
    this.identities = identities;
    this.credentials = credentials;
    this.addresses = addresses;
    this.asked = asked;
  }

  /**
   * Everything that is kept of a person, without what is secret.
   *
   * @param wantedEmail address that was asked for and is not confirmed yet
   */
  public record ExportReply(
      UUID userId,
      String email,
      @Nullable String wantedEmail,
      boolean operator,
      Instant createdAt,
      List<ExportedTenant> tenants,
      List<ExportedSession> sessions,
      List<ExportedLogin> logins) {}

  public record ExportedTenant(
      UUID id,
      String kind,
      String name,
      String role,
      List<ExportedToken> tokens,
      List<ExportedGitToken> gitTokens,
      List<ExportedConversation> conversations,
      List<ExportedResearch> researches,
      @Nullable String modelKeyLastFour,
      @Nullable ExportedUsage usage,
      List<ExportedRepository> repositories) {}

  /** What the person asked and was answered. */
  public record ExportedConversation(
      UUID repositoryId, String title, Instant createdAt, List<ExportedTurn> turns) {}

  public record ExportedTurn(Instant at, String question, String answer) {}

  /**
   * What the person had looked into.
   *
   * @param report as text; none where there is none
   */
  public record ExportedResearch(
      UUID repositoryId,
      String question,
      String state,
      Instant createdAt,
      @Nullable String report) {}

  /** Of the person's own tenant alone. */
  public record ExportedRepository(UUID id, String repoUrl, String visibility, Instant createdAt) {}

  public record ExportedToken(
      UUID id, String name, List<String> scopes, Instant createdAt, Instant expiresAt) {}

  /** Of the person's own tenant alone: an organisation's is the organisation's. */
  public record ExportedUsage(
      Instant monthFrom, int builds, int repositories, long tokens, long microDollars) {}

  public record ExportedGitToken(String host, String lastFour, Instant updatedAt) {}

  /** A login at another provider. */
  public record ExportedLogin(String authority, String shownAs, Instant createdAt) {}

  public record ExportedSession(String kind, String device, String address, Instant createdAt) {}

  /**
   * Everything that is kept of the caller.
   *
   * @throws TenantException NOT_FOUND when the account has just been deleted
   */
  public ExportReply of(Caller caller) {
    people.noteExport(caller.user());
    Account account = people.find(caller.user()).orElseThrow(TenantException::notFound);
    return new ExportReply(
        account.id().value(),
        account.email().text(),
        addresses.wanted(account.id()).map(EmailAddress::text).orElse(null),
        account.operator(),
        account.createdAt(),
        tenants(account, caller),
        sessions.of(caller.user()).stream()
            .map(session ->
                new ExportedSession(
                    session.kind(),
                    session.device().name(),
                    session.device().address(),
                    session.createdAt()))
            .toList(),
        identities.of(caller.user()).stream()
            .map(login -> new ExportedLogin(login.authority(), login.shownAs(), login.createdAt()))
            .toList());
  }

  private List<ExportedTenant> tenants(Account account, Caller caller) {
    return tenants.of(caller.user()).stream()
        .map(found ->
            new ExportedTenant(
                found.tenant().id().value(),
                found.tenant().kind(),
                found.tenant().name(),
                found.role().word(),
                tokens.of(found.tenant().id(), caller.user()).stream()
                    .map(AccountExport::exported)
                    .toList(),
                gitTokens(found.tenant().id(), caller),
                conversations(found.tenant().id(), caller),
                researches(found.tenant().id(), caller),
                keys.find(found.tenant().id(), caller.user())
                    .map(key -> key.lastFour())
                    .orElse(null),
                found.tenant().id().equals(account.personalTenant())
                    ? exported(usage.thisMonth(account.personalTenant()))
                    : null,
                found.tenant().id().equals(account.personalTenant())
                    ? repositories(account.personalTenant())
                    : List.of()))
        .toList();
  }

  private List<ExportedGitToken> gitTokens(TenantId tenant, Caller caller) {
    return credentials.of(tenant, caller.user()).stream()
        .map(
            token -> new ExportedGitToken(token.host().text(), token.lastFour(), token.updatedAt()))
        .toList();
  }

  private List<ExportedConversation> conversations(TenantId tenant, Caller caller) {
    Conversations kept = asked.conversations();
    return kept.list(tenant, caller.user(), Optional.empty(), COUNT_MAX).stream()
        .map(one -> kept.find(tenant, caller.user(), one.id()))
        .map(one ->
            new ExportedConversation(
                one.repository().value(),
                one.title(),
                one.createdAt(),
                one.conversation().turns().stream()
                    .map(turn -> new ExportedTurn(turn.at(), turn.question(), turn.answer()))
                    .toList()))
        .toList();
  }

  private List<ExportedResearch> researches(TenantId tenant, Caller caller) {
    return asked.researches().list(tenant, caller.user(), COUNT_MAX).stream()
        .map(one ->
            new ExportedResearch(
                one.repository().value(),
                one.question(),
                one.state(),
                one.createdAt(),
                one.report().isPresent() ? one.text(asked.json()) : null))
        .toList();
  }

  private List<ExportedRepository> repositories(TenantId tenant) {
    return asked.repositories().list(tenant, Optional.empty(), COUNT_MAX).stream()
        .map(one ->
            new ExportedRepository(
                one.id().value(), one.address().url(), one.visibility().word(), one.createdAt()))
        .toList();
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
}
