package ai.wikibuilder.server.api.accounts;

import ai.wikibuilder.server.accounts.Proofs;
import ai.wikibuilder.server.accounts.tokens.ApiTokens;
import ai.wikibuilder.server.accounts.tokens.ApiTokens.ApiToken;
import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.api.Admission;
import ai.wikibuilder.server.api.Input;
import ai.wikibuilder.server.api.InvalidInput;
import ai.wikibuilder.server.tenants.Role;
import ai.wikibuilder.server.tenants.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Personal tokens of the caller, for one tenant each. */
@RestController
@RequestMapping("/api/tokens")
final class TokenApi {
  /** Longest life; a token that nobody renews is a token that nobody watches. */
  private static final int DAYS_MAX = 366;

  private static final int NAME_LENGTH_MAX = 100;

  private final ApiTokens tokens;
  private final Proofs proofs;
  private final Admission admission;

  TokenApi(ApiTokens tokens, Proofs proofs, Admission admission) {
    this.tokens = tokens;
    this.proofs = proofs;
    this.admission = admission;
  }

  record TokenDetails(
      UUID id,
      UUID tenantId,
      String name,
      List<String> scopes,
      Instant createdAt,
      Instant expiresAt,
      @Nullable Instant lastUsedAt) {
    static TokenDetails of(ApiToken token) {
      return new TokenDetails(
          token.id(),
          token.tenant().value(),
          token.name(),
          token.scopes().stream().sorted().map(Scope::word).toList(),
          token.createdAt(),
          token.expiresAt(),
          token.lastUsedAt().orElse(null));
    }
  }

  @GetMapping
  List<TokenDetails> list(
      @AuthenticationPrincipal Caller caller,
      @RequestParam(required = false) @Nullable UUID tenant) {
    TenantId admitted = admission.admit(caller, tenant, Role.READER, Scope.ACCOUNT);
    return tokens.of(admitted, caller.user()).stream().map(TokenDetails::of).toList();
  }

  /**
   * What the token is to be.
   *
   * @param tenant the tenant it is good for; the caller's own when it is not named
   * @param scopes read, write or both
   * @param days life in days, 1 to 366
   * @param password when the login is older than ten minutes
   */
  record TokenRequest(
      @Nullable UUID tenant,
      @Nullable String name,
      @Nullable List<String> scopes,
      @Nullable Integer days,
      @Nullable String password) {
    @Override
    public String toString() {
      return "TokenRequest";
    }
  }

  /**
   * The token, shown this once.
   *
   * @param token for {@code Authorization: Bearer}
   */
  record TokenMade(String token, TokenDetails details) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  TokenMade make(@AuthenticationPrincipal Caller caller, @RequestBody TokenRequest wish) {
    TenantId tenant = admission.admit(caller, wish.tenant(), Role.READER, Scope.ACCOUNT);
    int days = wish.days() == null ? 0 : wish.days();
    if (days < 1 || days > DAYS_MAX) {
      throw new InvalidInput("days: expected 1 to %d".formatted(DAYS_MAX));
    }
    ApiTokens.Wish wanted =
        new ApiTokens.Wish(
            Input.name(wish.name(), NAME_LENGTH_MAX), scopes(wish.scopes()), Duration.ofDays(days));
    proofs.requireLately(
        caller, () -> wish.password() == null ? "" : Input.secret("password", wish.password()));
    ApiTokens.Made made = tokens.make(tenant, caller.user(), wanted);
    return new TokenMade(made.secret().text(), TokenDetails.of(made.token()));
  }

  private static Set<Scope> scopes(@Nullable List<String> words) {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    for (String word : Input.items("scopes", words, Scope.values().length)) {
      scopes.add(
          Scope.ofWord(word)
              .filter(scope -> scope != Scope.ACCOUNT)
              .orElseThrow(() -> new InvalidInput("scopes: expected read or write")));
    }
    return scopes;
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(
      @AuthenticationPrincipal Caller caller,
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable UUID tenant) {
    TenantId admitted = admission.admit(caller, tenant, Role.READER, Scope.ACCOUNT);
    tokens.delete(admitted, caller.user(), id);
  }
}
