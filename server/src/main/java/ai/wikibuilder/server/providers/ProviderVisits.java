package ai.wikibuilder.server.providers;

import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who was sent to a provider and has not come back yet. A visit ends with the first answer to it,
 * whatever that is. Its statements are system transactions: nobody is known before. Threads may
 * share it.
 */
final class ProviderVisits {
  private static final SecretOwner OWNER = SecretOwner.installation("provider-entry");

  /** How long somebody may take at the provider, second factor and all. */
  static final Duration LIFE = Duration.ofMinutes(10);

  private final SystemTransactions system;
  private final SecretBox box;
  private final Clock clock;

  ProviderVisits(SystemTransactions system, SecretBox box, Clock clock) {
    this.system = system;
    this.box = box;
    this.clock = clock;
  }

  /**
   * Why somebody is sent away.
   *
   * @param user who is signed in; none for who wants to be
   * @param entry what the person brought along, such as the secret of an invitation
   */
  record Wish(
      String provider, ProviderLogins.Purpose purpose, Optional<UserId> user, String entry) {}

  /** Writes it down; both secrets are kept as hashes. */
  void begin(Wish wish, RandomSecret state, RandomSecret browser) {
    byte @Nullable [] entry =
        wish.entry().isEmpty()
            ? null
            : box.seal(OWNER, wish.entry().getBytes(StandardCharsets.UTF_8));
    system.run(rows -> {
      rows.sql("DELETE FROM provider_visits WHERE expires_at <= :now").param("now", now()).update();
      return rows.sql(
              """
              INSERT INTO provider_visits (hashed_state, hashed_browser, provider, purpose, user_id,
                sealed_entry, created_at, expires_at)
              VALUES (:state, :browser, :provider, :purpose, CAST(:user AS uuid),
                CAST(:entry AS bytea), :now, :expires)
              """)
          .param("state", state.hash())
          .param("browser", browser.hash())
          .param("provider", wish.provider())
          .param("purpose", wish.purpose().word())
          .param("user", wish.user().map(UserId::value).orElse(null))
          .param("entry", entry)
          .param("now", now())
          .param("expires", now().plus(LIFE))
          .update();
    });
  }

  /**
   * Ends the visit.
   *
   * @return none when there is none of that state, it took too long, or began in another browser or
   *     at another provider
   */
  Optional<Wish> end(String provider, RandomSecret state, RandomSecret browser) {
    Optional<Ended> ended =
        system.run(rows ->
            rows.sql("DELETE FROM provider_visits WHERE hashed_state = :state RETURNING *")
                .param("state", state.hash())
                .query((row, _) ->
                    new Ended(
                        new Wish(
                            row.getString("provider"),
                            ProviderLogins.Purpose.ofWord(row.getString("purpose")),
                            Optional.ofNullable(row.getObject("user_id", UUID.class))
                                .map(UserId::new),
                            entry(row.getBytes("sealed_entry"))),
                        MessageDigest.isEqual(row.getBytes("hashed_browser"), browser.hash()),
                        row.getObject("expires_at", OffsetDateTime.class)))
                .optional());
    return ended
        .filter(visit -> visit.sameBrowser() && visit.expires().isAfter(now()))
        .map(Ended::wish)
        .filter(wish -> wish.provider().equals(provider));
  }

  private record Ended(Wish wish, boolean sameBrowser, OffsetDateTime expires) {}

  private String entry(byte @Nullable [] sealed) {
    return sealed == null ? "" : new String(box.open(OWNER, sealed), StandardCharsets.UTF_8);
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
