package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Where a person is logged in, in browsers and through the API. Threads may share it. */
public final class Sessions {
  private final SystemTransactions system;
  private final Clock clock;

  public Sessions(SystemTransactions system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  /**
   * One login.
   *
   * @param kind {@code browser} or {@code api}
   */
  public record Session(
      UUID id,
      String kind,
      Device device,
      Instant createdAt,
      Instant lastSeenAt,
      Instant expiresAt) {}

  /** Those that are good still, the latest used first. */
  public List<Session> of(UserId user) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT id, 'browser' AS kind, device, address, created_at, last_seen_at AS seen,
                  expires_at FROM browser_sessions WHERE user_id = :user AND expires_at > :now
                UNION ALL
                SELECT family, 'api', min(device), min(address), min(family_created_at),
                  max(created_at), max(expires_at) FROM refresh_tokens
                WHERE user_id = :user AND revoked_at IS NULL
                GROUP BY family HAVING max(expires_at) > :now
                ORDER BY seen DESC, id
                """)
            .param("user", user.value())
            .param("now", clock.instant().atOffset(ZoneOffset.UTC))
            .query((row, _) ->
                new Session(
                    row.getObject("id", UUID.class),
                    row.getString("kind"),
                    new Device(row.getString("device"), row.getString("address")),
                    row.getObject("created_at", OffsetDateTime.class).toInstant(),
                    row.getObject("seen", OffsetDateTime.class).toInstant(),
                    row.getObject("expires_at", OffsetDateTime.class).toInstant()))
            .list());
  }

  /** Ends one; whether the person had one of that id. */
  public boolean end(UserId user, UUID id) {
    return system.run(rows -> {
      int browsers =
          rows.sql("DELETE FROM browser_sessions WHERE user_id = :user AND id = :id")
              .param("user", user.value())
              .param("id", id)
              .update();
      int families =
          rows.sql("DELETE FROM refresh_tokens WHERE user_id = :user AND family = :id")
              .param("user", user.value())
              .param("id", id)
              .update();
      if (browsers + families > 0) {
        String kind = browsers > 0 ? "browser" : "api";
        rows.record(user, new AuditEntry(AuditAction.SESSION_ENDED, kind));
      }
      return browsers + families > 0;
    });
  }

  /** Ends all but the one; access tokens of the others stop working at once. */
  public void endOthers(UserId user, UUID kept) {
    system.run(rows -> {
      int browsers =
          rows.sql("DELETE FROM browser_sessions WHERE user_id = :user AND id <> :kept")
              .param("user", user.value())
              .param("kept", kept)
              .update();
      int families =
          rows.sql("DELETE FROM refresh_tokens WHERE user_id = :user AND family <> :kept")
              .param("user", user.value())
              .param("kept", kept)
              .update();
      if (browsers + families > 0) {
        rows.record(user, new AuditEntry(AuditAction.SESSIONS_ENDED, "all but one"));
      }
      return browsers + families;
    });
  }

  /** Ends all of them; access tokens that are out stop working at once. */
  public void endAll(UserId user) {
    system.run(rows -> {
      rows.record(user, new AuditEntry(AuditAction.SESSIONS_ENDED, "all"));
      rows.sql("DELETE FROM browser_sessions WHERE user_id = :user")
          .param("user", user.value())
          .update();
      rows.sql("DELETE FROM refresh_tokens WHERE user_id = :user")
          .param("user", user.value())
          .update();
      return rows.sql("UPDATE users SET token_version = token_version + 1 WHERE id = :user")
          .param("user", user.value())
          .update();
    });
  }
}
