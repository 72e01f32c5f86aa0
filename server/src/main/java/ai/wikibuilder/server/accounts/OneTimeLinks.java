package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.UserId;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Links that work once. Threads may share it. */
public final class OneTimeLinks {
  private final SecureRandom random;
  private final Clock clock;

  OneTimeLinks(SecureRandom random, Clock clock) {
    this.random = random;
    this.clock = clock;
  }

  /** What a link is good for. */
  public enum Purpose {
    FIRST_ACCOUNT("first-account", Duration.ofHours(24)),
    VERIFICATION("verification", Duration.ofHours(24)),
    RESET("reset", Duration.ofHours(1)),
    ADDRESS("address", Duration.ofHours(24));

    private final String word;
    private final Duration life;

    Purpose(String word, Duration life) {
      this.word = word;
      this.life = life;
    }
  }

  /** A new link; older ones for the same purpose and person stop working. */
  RandomSecret make(SystemRows rows, Purpose purpose, Optional<UserId> user) {
    return make(rows, purpose, user, Optional.empty());
  }

  /** A new link to another address of the person; older ones stop working. */
  RandomSecret make(SystemRows rows, UserId user, EmailAddress email) {
    return make(rows, Purpose.ADDRESS, Optional.of(user), Optional.of(email));
  }

  private RandomSecret make(
      SystemRows rows, Purpose purpose, Optional<UserId> user, Optional<EmailAddress> email) {
    forget(rows, purpose, user);
    RandomSecret secret = RandomSecret.made(random, "lnk_");
    rows.sql(
            """
            INSERT INTO one_time_links
              (id, purpose, user_id, email, hashed_secret, created_at, expires_at)
            VALUES (:id, :purpose, CAST(:user AS uuid), CAST(:email AS text), :hash, :now, :expires)
            """)
        .param("id", UUID.randomUUID())
        .param("purpose", purpose.word)
        .param("user", value(user))
        .param("email", email.map(EmailAddress::text).orElse(null))
        .param("hash", secret.hash())
        .param("now", now())
        .param("expires", now().plus(purpose.life))
        .update();
    return secret;
  }

  /** Takes away links of a person for a purpose. */
  void forget(SystemRows rows, Purpose purpose, UserId user) {
    forget(rows, purpose, Optional.of(user));
  }

  private static void forget(SystemRows rows, Purpose purpose, Optional<UserId> user) {
    rows.sql(
            """
            DELETE FROM one_time_links
            WHERE purpose = :purpose AND user_id IS NOT DISTINCT FROM CAST(:user AS uuid)
            """)
        .param("purpose", purpose.word)
        .param("user", value(user))
        .update();
  }

  /** An address that a person has asked for and not confirmed yet. */
  Optional<EmailAddress> wanted(SystemRows rows, UserId user) {
    return rows.sql(
            """
            SELECT email FROM one_time_links WHERE purpose = 'address' AND user_id = :user
              AND used_at IS NULL AND expires_at > :now
            """)
        .param("user", user.value())
        .param("now", now())
        .query((row, _) -> new EmailAddress(row.getString(1)))
        .optional();
  }

  /** The person a link stands for, if it has one, and the address it leads to. */
  record Used(Optional<UserId> user, Optional<EmailAddress> email) {}

  /** Whether a link would be taken, without using it. */
  boolean isOpen(SystemRows rows, Purpose purpose, RandomSecret secret) {
    return rows.sql(
            """
            SELECT EXISTS (SELECT FROM one_time_links WHERE hashed_secret = :hash
              AND purpose = :purpose AND used_at IS NULL AND expires_at > :now)
            """)
        .param("hash", secret.hash())
        .param("purpose", purpose.word)
        .param("now", now())
        .query((row, _) -> row.getBoolean(1))
        .single();
  }

  /** The person a link stands for, without using it; none when it is used, too old or unknown. */
  Optional<UserId> look(SystemRows rows, Purpose purpose, RandomSecret secret) {
    return rows.sql(
            """
            SELECT user_id FROM one_time_links WHERE hashed_secret = :hash AND purpose = :purpose
              AND used_at IS NULL AND expires_at > :now AND user_id IS NOT NULL
            """)
        .param("hash", secret.hash())
        .param("purpose", purpose.word)
        .param("now", now())
        .query((row, _) -> new UserId(row.getObject(1, UUID.class)))
        .optional();
  }

  /** Uses a link up; none when it is unknown, used before or too old. */
  Optional<Used> use(SystemRows rows, Purpose purpose, RandomSecret secret) {
    return rows.sql(
            """
            UPDATE one_time_links SET used_at = :now
            WHERE hashed_secret = :hash AND purpose = :purpose AND used_at IS NULL
              AND expires_at > :now
            RETURNING user_id, email
            """)
        .param("hash", secret.hash())
        .param("purpose", purpose.word)
        .param("now", now())
        .query((row, _) ->
            new Used(
                Optional.ofNullable(row.getObject(1, UUID.class)).map(UserId::new),
                Optional.ofNullable(row.getString(2)).map(EmailAddress::new)))
        .optional();
  }

  private static @Nullable UUID value(Optional<UserId> user) {
    return user.map(UserId::value).orElse(null);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
