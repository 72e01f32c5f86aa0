package ai.wikibuilder.server.accounts.browsers;

import ai.wikibuilder.server.accounts.tokens.Caller;
import ai.wikibuilder.server.accounts.tokens.Device;
import ai.wikibuilder.server.accounts.tokens.Scope;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.UUID;

/**
 * The sessions of browsers, kept by the hash of their secret. Every page asks the database, so a
 * session that was ended does not work a second longer, on any replica. They are listed and ended
 * with those of the API by {@link ai.wikibuilder.server.accounts.tokens.Sessions}; a new password,
 * a shut account and a deleted one end all of them. Threads may share it.
 */
public final class BrowserSessions {
  /** A session ends when it was not used for so long, */
  static final Duration IDLE_MAX = Duration.ofDays(7);

  /** and in any case after so long. */
  static final Duration LIFE = Duration.ofDays(30);

  /** How exact the time of the last use is: one written row a minute, not one a page. */
  static final Duration SEEN_EXACTNESS = Duration.ofMinutes(1);

  /** Sessions of one person; the one used longest ago goes when another begins. */
  static final int SESSION_COUNT_MAX = 100;

  private final SystemTransactions system;
  private final SecureRandom random;
  private final Clock clock;

  public BrowserSessions(SystemTransactions system, SecureRandom random, Clock clock) {
    this.system = system;
    this.random = random;
    this.clock = clock;
  }

  /** Begins a session for somebody who has just proven to be the user; the secret is its cookie. */
  public RandomSecret begin(UserId user, Device device) {
    RandomSecret secret = RandomSecret.made(random, "ses_");
    Instant now = clock.instant();
    return system.run(rows -> {
      makeRoom(rows, user);
      rows.record(user, new AuditEntry(AuditAction.LOGGED_IN, "browser, " + device.name()));
      rows.sql(
              """
              INSERT INTO browser_sessions
                (id, user_id, hashed_secret, device, address, created_at, last_seen_at, expires_at)
              VALUES (:id, :user, :hash, :device, :address, :now, :now, :expires)
              """)
          .param("id", UUID.randomUUID())
          .param("user", user.value())
          .param("hash", secret.hash())
          .param("device", device.name())
          .param("address", device.address())
          .param("now", at(now))
          .param("expires", at(now.plus(IDLE_MAX)))
          .update();
      return secret;
    });
  }

  private void makeRoom(SystemRows rows, UserId user) {
    rows.sql(
            """
            DELETE FROM browser_sessions WHERE user_id = :user AND (expires_at <= :now OR id IN (
              SELECT id FROM browser_sessions WHERE user_id = :user
              ORDER BY last_seen_at DESC, id OFFSET :kept))
            """)
        .param("user", user.value())
        .param("now", at(clock.instant()))
        .param("kept", SESSION_COUNT_MAX - 1)
        .update();
  }

  private record Found(UUID id, Visit visit, Instant createdAt, Instant lastSeenAt) {}

  /**
   * Whose session the secret is; none when it is unknown, ended or too old, or the account is shut.
   */
  public Optional<Visit> find(RandomSecret secret) {
    Instant now = clock.instant();
    return system.run(rows -> {
      Optional<Found> found = found(rows, secret, now);
      found
          .filter(session -> session.lastSeenAt().plus(SEEN_EXACTNESS).isBefore(now))
          .ifPresent(session -> see(rows, session, now));
      return found.map(Found::visit);
    });
  }

  private static Optional<Found> found(SystemRows rows, RandomSecret secret, Instant now) {
    return rows.sql(
            """
            SELECT s.id, s.created_at, s.last_seen_at, s.user_id, u.email, u.operator,
              u.personal_tenant_of
            FROM browser_sessions s JOIN users u ON u.id = s.user_id
            WHERE s.hashed_secret = :hash AND s.expires_at > :now AND s.created_at > :oldest
              AND u.disabled_at IS NULL
            """)
        .param("hash", secret.hash())
        .param("now", at(now))
        .param("oldest", at(now.minus(LIFE)))
        .query((row, _) -> {
          UUID id = row.getObject("id", UUID.class);
          Caller caller =
              new Caller(
                  new UserId(row.getObject("user_id", UUID.class)),
                  row.getBoolean("operator"),
                  new TenantId(row.getObject("personal_tenant_of", UUID.class)),
                  Optional.empty(),
                  EnumSet.allOf(Scope.class),
                  id);
          return new Found(
              id,
              new Visit(caller, row.getString("email")),
              row.getObject("created_at", OffsetDateTime.class).toInstant(),
              row.getObject("last_seen_at", OffsetDateTime.class).toInstant());
        })
        .optional();
  }

  private static void see(SystemRows rows, Found session, Instant now) {
    Instant idle = now.plus(IDLE_MAX);
    Instant last = session.createdAt().plus(LIFE);
    rows.inPassing(() ->
        rows.sql(
                "UPDATE browser_sessions SET last_seen_at = :now, expires_at = :expires WHERE id = :id")
            .param("now", at(now))
            .param("expires", at(idle.isBefore(last) ? idle : last))
            .param("id", session.id())
            .update());
  }

  /** Ends the session of the secret; nothing happens when there is none. */
  public void end(RandomSecret secret) {
    system.run(rows ->
        rows.sql("DELETE FROM browser_sessions WHERE hashed_secret = :hash")
            .param("hash", secret.hash())
            .update());
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
