package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Personal tokens: each for one tenant, with a few scopes, until a day. Shown once, kept as a hash.
 * Threads may share it.
 */
public final class ApiTokens {
  /** What such a token begins with, so that people and scanners of leaked keys know it. */
  static final String PREFIX = "aiw_";

  /** Tokens of one person in one tenant. */
  private static final int TOKEN_COUNT_MAX = 50;

  private final TenantTransactions transactions;
  private final SecureRandom random;
  private final Clock clock;

  public ApiTokens(TenantTransactions transactions, SecureRandom random, Clock clock) {
    this.transactions = transactions;
    this.random = random;
    this.clock = clock;
  }

  /** A token as its owner sees it later. */
  public record ApiToken(
      UUID id,
      TenantId tenant,
      String name,
      Set<Scope> scopes,
      Instant createdAt,
      Instant expiresAt,
      Optional<Instant> lastUsedAt) {}

  /** A new token and its secret, which is shown this once. */
  public record Made(ApiToken token, RandomSecret secret) {}

  /** What a token is to be. */
  public record Wish(String name, Set<Scope> scopes, Duration life) {}

  /**
   * Makes one.
   *
   * @throws TenantException TOO_MANY
   */
  public Made make(TenantId tenant, UserId user, Wish wish) {
    RandomSecret secret = RandomSecret.made(random, PREFIX);
    Instant now = clock.instant();
    ApiToken token =
        new ApiToken(
            UUID.randomUUID(),
            tenant,
            wish.name(),
            wish.scopes(),
            now,
            now.plus(wish.life()),
            Optional.empty());
    return transactions.in(
        tenant,
        rows -> {
          requireRoom(rows, user);
          rows.sql(
                  """
                  INSERT INTO api_tokens
                    (id, tenant_id, user_id, name, hashed_secret, scopes, created_at, expires_at)
                  VALUES (:id, :tenant, :user, :name, :hash, string_to_array(:scopes, ','), :now,
                    :expires)
                  """)
              .param("id", token.id())
              .param("user", user.value())
              .param("name", token.name())
              .param("hash", secret.hash())
              .param("scopes", String.join(",", token.scopes().stream().map(Scope::word).toList()))
              .param("now", now.atOffset(ZoneOffset.UTC))
              .param("expires", token.expiresAt().atOffset(ZoneOffset.UTC))
              .update();
          rows.record(new AuditEntry(AuditAction.TOKEN_MADE, token.name()));
          return new Made(token, secret);
        });
  }

  private static void requireRoom(TenantRows rows, UserId user) {
    int there =
        rows.sql("SELECT count(*) FROM api_tokens WHERE tenant_id = :tenant AND user_id = :user")
            .param("user", user.value())
            .query((row, _) -> row.getInt(1))
            .single();
    if (there >= TOKEN_COUNT_MAX) {
      throw new TenantException(
          TenantException.Kind.TOO_MANY,
          "You have %d tokens here, and that is the most.".formatted(there));
    }
  }

  /** The person's tokens for the tenant, the newest first; those that ended stay until deleted. */
  public List<ApiToken> of(TenantId tenant, UserId user) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT * FROM api_tokens WHERE tenant_id = :tenant AND user_id = :user
                    ORDER BY created_at DESC, id
                    """)
                .param("user", user.value())
                .query((row, _) -> token(tenant, row))
                .list());
  }

  /**
   * Deletes one; it stops working at once.
   *
   * @throws TenantException NOT_FOUND
   */
  public void delete(TenantId tenant, UserId user, UUID id) {
    boolean gone =
        transactions.in(
            tenant,
            rows -> {
              Optional<String> name =
                  rows.sql(
                          """
                          DELETE FROM api_tokens
                          WHERE tenant_id = :tenant AND user_id = :user AND id = :id
                          RETURNING name
                          """)
                      .param("user", user.value())
                      .param("id", id)
                      .query((row, _) -> row.getString(1))
                      .optional();
              name.ifPresent(
                  found -> rows.record(new AuditEntry(AuditAction.TOKEN_REVOKED, found)));
              return name.isPresent();
            });
    if (!gone) {
      throw TenantException.notFound();
    }
  }

  private static ApiToken token(TenantId tenant, ResultSet row) throws SQLException {
    return new ApiToken(
        row.getObject("id", UUID.class),
        tenant,
        row.getString("name"),
        scopes(row),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("last_used_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  static Set<Scope> scopes(ResultSet row) throws SQLException {
    Set<Scope> scopes = EnumSet.noneOf(Scope.class);
    String[] words = (String[]) row.getArray("scopes").getArray();
    Arrays.stream(words).flatMap(word -> Scope.ofWord(word).stream()).forEach(scopes::add);
    return scopes;
  }
}
