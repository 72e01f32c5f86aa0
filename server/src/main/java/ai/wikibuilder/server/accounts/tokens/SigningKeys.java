package ai.wikibuilder.server.accounts.tokens;

import ai.wikibuilder.server.secrets.MasterKey;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.secrets.SecretsException;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The keys that sign access tokens (ES256). The newest signs; older ones are known as long as a
 * token they signed can live. Their private halves are sealed. Threads and several servers may
 * share them.
 */
public final class SigningKeys {
  private static final SecretOwner OWNER = SecretOwner.installation("signing-key");

  /** How long what was read is used; another server's new key is seen after it at the latest. */
  private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

  /** How long a key that no longer signs is known: longer than any token lives. */
  private static final Duration KNOWN_AFTER_RETIREMENT = Duration.ofMinutes(30);

  private final SystemTransactions system;
  private final SecretBox box;
  private final Clock clock;
  private final AtomicReference<Known> known =
      new AtomicReference<>(new Known(List.of(), Instant.MIN));

  public SigningKeys(SystemTransactions system, SecretBox box, Clock clock) {
    this.system = system;
    this.box = box;
    this.clock = clock;
  }

  private record Known(List<ECKey> newestFirst, Instant readAt) {}

  /**
   * Makes the first key of an installation, or proves that the master key is the one that sealed
   * those that are there. Writes a new master key down when nothing was sealed before.
   *
   * @throws SecretsException WRONG_KEY when it is another one; nothing has changed then
   */
  public void prepare(MasterKey master) {
    boolean sealedBefore =
        system.run(rows ->
            rows.sql("SELECT EXISTS (SELECT FROM signing_keys)")
                .query((row, _) -> row.getBoolean(1))
                .single());
    if (!sealedBefore) {
      master.keep();
      rotate();
      return;
    }
    if (master.isNew()) {
      throw SecretsException.wrongKey(master.place());
    }
    try {
      read();
    } catch (SecretsException e) {
      SecretsException wrong = SecretsException.wrongKey(master.place());
      wrong.addSuppressed(e);
      throw wrong;
    }
  }

  /** Makes a new key, which signs from now on; the others are known for half an hour more. */
  public void rotate() {
    try {
      ECKey made =
          new ECKeyGenerator(Curve.P_256)
              .keyID(UUID.randomUUID().toString())
              .keyUse(KeyUse.SIGNATURE)
              .algorithm(JWSAlgorithm.ES256)
              .generate();
      byte[] sealed = box.seal(OWNER, made.toJSONString().getBytes(StandardCharsets.UTF_8));
      system.run(rows -> {
        retire(rows);
        return rows.sql(
                """
                INSERT INTO signing_keys (id, public_key, sealed_private_key, created_at)
                VALUES (:id, :public, :sealed, :now)
                """)
            .param("id", made.getKeyID())
            .param("public", made.toPublicJWK().toJSONString())
            .param("sealed", sealed)
            .param("now", now())
            .update();
      });
    } catch (JOSEException e) {
      throw new IllegalStateException("every JDK makes P-256 keys", e);
    }
    read();
  }

  private void retire(SystemRows rows) {
    rows.sql("UPDATE signing_keys SET retired_at = :now WHERE retired_at IS NULL")
        .param("now", now())
        .update();
    rows.sql("DELETE FROM signing_keys WHERE retired_at < :gone")
        .param("gone", now().minus(KNOWN_AFTER_RETIREMENT))
        .update();
  }

  /** The key that signs. */
  ECKey signing() {
    return keys().getFirst();
  }

  /** All keys that may have signed a token that is good. */
  List<ECKey> keys() {
    Known now = known.get();
    boolean old = now.readAt().plus(READ_AGAIN_AFTER).isBefore(clock.instant());
    return old ? read() : now.newestFirst();
  }

  /** The public halves, as {@code /.well-known/jwks.json} shows them. */
  public String publicKeys() {
    return new JWKSet(List.copyOf(keys())).toString(true);
  }

  private List<ECKey> read() {
    List<byte[]> sealed =
        system.run(rows ->
            rows.sql(
                    """
                    SELECT sealed_private_key FROM signing_keys
                    WHERE retired_at IS NULL OR retired_at > :gone
                    ORDER BY retired_at IS NOT NULL, created_at DESC
                    """)
                .param("gone", now().minus(KNOWN_AFTER_RETIREMENT))
                .query((row, _) -> row.getBytes(1))
                .list());
    List<ECKey> keys = sealed.stream().map(this::opened).toList();
    known.set(new Known(keys, clock.instant()));
    return keys;
  }

  private ECKey opened(byte[] sealed) {
    try {
      return ECKey.parse(new String(box.open(OWNER, sealed), StandardCharsets.UTF_8));
    } catch (ParseException e) {
      throw new IllegalStateException("a signing key that was sealed here is no key", e);
    }
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }
}
