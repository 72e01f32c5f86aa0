package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Who a request comes from, by the text after {@code Bearer}. Each request asks the database, so
 * what was ended, shut or taken away does not work a second longer. Threads may share it.
 */
public final class Bearers {
  /** How exact the time of the last use is. */
  private static final Duration USED_EXACTNESS = Duration.ofMinutes(1);

  private final SystemTransactions system;
  private final AccessTokens tokens;
  private final Clock clock;

  public Bearers(SystemTransactions system, SigningKeys keys, Clock clock) {
    this.system = system;
    this.tokens = new AccessTokens(keys, clock);
    this.clock = clock;
  }

  /** The caller; none when the token is unknown, too old, ended, or its owner may not enter. */
  public Optional<Caller> caller(String bearer) {
    return bearer.startsWith(ApiTokens.PREFIX)
        ? system.run(rows -> ofApiToken(rows, new RandomSecret(bearer)))
        : tokens.check(bearer).flatMap(claims -> system.run(rows -> ofAccess(rows, claims)));
  }

  private Optional<Caller> ofAccess(SystemRows rows, AccessTokens.Claims claims) {
    return rows.sql(
            """
            SELECT operator, personal_tenant_of FROM users u
            WHERE id = :user AND disabled_at IS NULL AND token_version = :version AND EXISTS (
              SELECT FROM refresh_tokens t WHERE t.family = :family AND t.user_id = u.id
                AND t.revoked_at IS NULL AND t.family_expires_at > :now)
            """)
        .param("user", claims.user().value())
        .param("version", claims.tokenVersion())
        .param("family", claims.family())
        .param("now", now())
        .query((row, _) ->
            new Caller(
                claims.user(),
                row.getBoolean("operator"),
                new TenantId(row.getObject("personal_tenant_of", UUID.class)),
                Optional.empty(),
                EnumSet.allOf(Scope.class),
                claims.family()))
        .optional();
  }

  private Optional<Caller> ofApiToken(SystemRows rows, RandomSecret secret) {
    record Found(UUID id, Caller caller, boolean usedLately) {}
    Optional<Found> found =
        rows.sql(
                """
                SELECT t.id, t.tenant_id, t.user_id, t.scopes, u.personal_tenant_of,
                  coalesce(t.last_used_at > :lately, false) AS used_lately
                FROM api_tokens t JOIN users u ON u.id = t.user_id
                JOIN memberships m ON m.tenant_id = t.tenant_id AND m.user_id = t.user_id
                WHERE t.hashed_secret = :hash AND t.expires_at > :now AND u.disabled_at IS NULL
                """)
            .param("hash", secret.hash())
            .param("now", now())
            .param("lately", now().minus(USED_EXACTNESS))
            .query((row, _) -> {
              Set<Scope> scopes = ApiTokens.scopes(row);
              UUID id = row.getObject("id", UUID.class);
              Caller caller =
                  new Caller(
                      new UserId(row.getObject("user_id", UUID.class)),
                      false, // what an operator does is done by hand
                      new TenantId(row.getObject("personal_tenant_of", UUID.class)),
                      Optional.of(new TenantId(row.getObject("tenant_id", UUID.class))),
                      scopes,
                      id);
              return new Found(id, caller, row.getBoolean("used_lately"));
            })
            .optional();
    found
        .filter(token -> !token.usedLately())
        .ifPresent(token ->
            rows.inPassing(() ->
                rows.sql("UPDATE api_tokens SET last_used_at = :now WHERE id = :id")
                    .param("now", now())
                    .param("id", token.id())
                    .update()));
    return found.map(Found::caller);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
