package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/**
 * Logins of the API. A family begins with a password; each refresh gives a new pair and makes the
 * old refresh token worthless. Whoever shows an old one later has a copy, so the whole family ends.
 * Threads may share it.
 */
public final class TokenFamilies {
  /** A family ends when it was not used for so long, */
  private static final Duration IDLE_MAX = Duration.ofDays(14);

  /** and in any case after so long. */
  private static final Duration LIFE = Duration.ofDays(90);

  /**
   * Two requests of one client may refresh at once: the later one is refused, and until then it is
   * no sign of a copy.
   */
  private static final Duration RACE_MAX = Duration.ofSeconds(10);

  private final SystemTransactions system;
  private final AccessTokens tokens;
  private final SecureRandom random;
  private final Clock clock;

  public TokenFamilies(
      SystemTransactions system, SigningKeys keys, SecureRandom random, Clock clock) {
    this.system = system;
    this.tokens = new AccessTokens(keys, clock);
    this.random = random;
    this.clock = clock;
  }

  /**
   * What a login or refresh gives.
   *
   * @param accessToken for {@code Authorization: Bearer}
   * @param accessLife how long it is good for
   * @param refresh for the next refresh, once
   */
  public record Pair(
      String accessToken, Duration accessLife, RandomSecret refresh, Instant refreshExpiresAt) {}

  /** Begins a family for somebody who has just proven to be the user. */
  public Pair begin(UserId user, Device device) {
    Instant now = clock.instant();
    Family family = new Family(UUID.randomUUID(), user, device, now, now.plus(LIFE));
    return signed(
        system.run(rows -> {
          rows.record(user, new AuditEntry(AuditAction.LOGGED_IN, "api, " + device.name()));
          return renewed(rows, family);
        }));
  }

  private record Family(
      UUID id, UserId user, Device device, Instant createdAt, Instant expiresAt) {}

  private record Kept(UUID id, Family family, Instant expiresAt, Optional<Instant> replacedAt) {}

  /**
   * The next pair; none when the token is unknown, too old or was used before, or the account is
   * shut.
   */
  public Optional<Pair> refresh(RandomSecret refresh) {
    Optional<Renewed> renewed =
        system.run(rows -> {
          Optional<Kept> kept = kept(rows, refresh);
          if (kept.isEmpty() || !isGood(rows, kept.get())) {
            return Optional.empty();
          }
          rows.sql("UPDATE refresh_tokens SET replaced_at = :now WHERE id = :id")
              .param("now", at(clock.instant()))
              .param("id", kept.get().id())
              .update();
          return Optional.of(renewed(rows, kept.get().family()));
        });
    return renewed.map(this::signed);
  }

  /** A pair before it is signed; signing may read the keys, in a transaction of its own. */
  private record Renewed(AccessTokens.Claims claims, RandomSecret refresh, Instant expiresAt) {}

  private Pair signed(Renewed renewed) {
    return new Pair(
        tokens.sign(renewed.claims()), AccessTokens.LIFE, renewed.refresh(), renewed.expiresAt());
  }

  /** Ends the family when the token shows that somebody has a copy. */
  private boolean isGood(SystemRows rows, Kept kept) {
    Instant now = clock.instant();
    if (kept.replacedAt().isPresent()) {
      if (kept.replacedAt().get().plus(RACE_MAX).isBefore(now)) {
        UserId user = kept.family().user();
        rows.record(
            user, new AuditEntry(AuditAction.REFRESH_REPLAYED, kept.family().device().name()));
        end(rows, user, kept.family().id());
      }
      return false;
    }
    return now.isBefore(kept.expiresAt());
  }

  private Optional<Kept> kept(SystemRows rows, RandomSecret refresh) {
    return rows.sql(
            """
            SELECT t.* FROM refresh_tokens t JOIN users u ON u.id = t.user_id
            WHERE t.hashed_secret = :hash AND t.revoked_at IS NULL AND u.disabled_at IS NULL
            FOR UPDATE OF t
            """)
        .param("hash", refresh.hash())
        .query((row, _) ->
            new Kept(
                row.getObject("id", UUID.class),
                new Family(
                    row.getObject("family", UUID.class),
                    new UserId(row.getObject("user_id", UUID.class)),
                    new Device(row.getString("device"), row.getString("address")),
                    row.getObject("family_created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("family_expires_at", OffsetDateTime.class).toInstant()),
                row.getObject("expires_at", OffsetDateTime.class).toInstant(),
                Optional.ofNullable(row.getObject("replaced_at", OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant)))
        .optional();
  }

  private Renewed renewed(SystemRows rows, Family family) {
    Instant now = clock.instant();
    Instant idle = now.plus(IDLE_MAX);
    Instant expires = idle.isBefore(family.expiresAt()) ? idle : family.expiresAt();
    RandomSecret refresh = RandomSecret.made(random, "rft_");
    rows.sql(
            """
            INSERT INTO refresh_tokens (id, family, user_id, hashed_secret, device, address,
              family_created_at, family_expires_at, created_at, expires_at)
            VALUES (:id, :family, :user, :hash, :device, :address, :begun, :end, :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("family", family.id())
        .param("user", family.user().value())
        .param("hash", refresh.hash())
        .param("device", family.device().name())
        .param("address", family.device().address())
        .param("begun", at(family.createdAt()))
        .param("end", at(family.expiresAt()))
        .param("now", at(now))
        .param("expires", at(expires))
        .update();
    int version =
        rows.sql("SELECT token_version FROM users WHERE id = :id")
            .param("id", family.user().value())
            .query((row, _) -> row.getInt(1))
            .single();
    return new Renewed(
        new AccessTokens.Claims(family.user(), family.id(), version), refresh, expires);
  }

  /** Ends one family of the person; its access tokens stop working at once. */
  public void end(UserId user, UUID family) {
    system.run(rows -> end(rows, user, family));
  }

  private static int end(SystemRows rows, UserId user, UUID family) {
    return rows.sql("DELETE FROM refresh_tokens WHERE user_id = :user AND family = :family")
        .param("user", user.value())
        .param("family", family)
        .update();
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
