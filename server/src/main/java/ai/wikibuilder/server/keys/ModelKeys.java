package ai.wikibuilder.server.keys;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The model keys of users, one for each tenant they are in. Threads may share it. */
@Component
public final class ModelKeys {
  private static final String PURPOSE = "model";

  private final TenantTransactions transactions;
  private final SecretBox box;
  private final Clock clock;

  ModelKeys(TenantTransactions transactions, SecretBox box, Clock clock) {
    this.transactions = transactions;
    this.box = box;
    this.clock = clock;
  }

  /** Keeps the key and the names of its models, in place of those before. */
  public void put(TenantId tenant, UserId user, OwnModel model) {
    String key = model.key();
    byte[] sealed = box.seal(owner(tenant, user), key.getBytes(StandardCharsets.UTF_8));
    transactions.in(
        tenant,
        rows -> {
          rows.record(new AuditEntry(AuditAction.MODEL_KEY_SET, model.provider().key()));
          return rows.sql(
                  """
                  INSERT INTO model_keys
                    (tenant_id, user_id, purpose, provider, cheap, strong, last_four, sealed_key,
                      updated_at)
                  VALUES (:tenant, :user, :purpose, :provider, :cheap, :strong, :last, :sealed,
                    :now)
                  ON CONFLICT (tenant_id, user_id, purpose) DO UPDATE SET
                    provider = excluded.provider, cheap = excluded.cheap,
                    strong = excluded.strong, last_four = excluded.last_four,
                    sealed_key = excluded.sealed_key, updated_at = excluded.updated_at
                  """)
              .param("user", user.value())
              .param("purpose", PURPOSE)
              .param("provider", model.provider().key())
              .param("cheap", model.cheap())
              .param("strong", model.strong())
              .param("last", key.substring(key.length() - 4))
              .param("sealed", sealed)
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .update();
        });
  }

  /** What is shown of the key; none when the user has none in the tenant. */
  public Optional<ModelKey> find(TenantId tenant, UserId user) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT provider, strong, last_four, updated_at FROM model_keys
                    WHERE tenant_id = :tenant AND user_id = :user AND purpose = :purpose
                    """)
                .param("user", user.value())
                .param("purpose", PURPOSE)
                .query((row, _) ->
                    new ModelKey(
                        Provider.ofKey(row.getString("provider")).orElseThrow(),
                        row.getString("strong"),
                        row.getString("last_four"),
                        row.getObject("updated_at", OffsetDateTime.class).toInstant()))
                .optional());
  }

  /**
   * The key itself, for the work that is about to be done with it.
   *
   * @return none when the user has none in the tenant
   * @throws ai.wikibuilder.server.secrets.SecretsException when what is stored was changed
   */
  public Optional<OwnModel> open(TenantId tenant, UserId user) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT provider, cheap, strong, sealed_key FROM model_keys
                    WHERE tenant_id = :tenant AND user_id = :user AND purpose = :purpose
                    """)
                .param("user", user.value())
                .param("purpose", PURPOSE)
                .query((row, _) -> opened(row, owner(tenant, user)))
                .optional());
  }

  private OwnModel opened(ResultSet row, SecretOwner owner) throws SQLException {
    byte[] key = box.open(owner, row.getBytes("sealed_key"));
    return new OwnModel(
        Provider.ofKey(row.getString("provider")).orElseThrow(),
        new String(key, StandardCharsets.UTF_8),
        row.getString("cheap"),
        row.getString("strong"));
  }

  /** Forgets the key; nothing happens when there is none. */
  public void remove(TenantId tenant, UserId user) {
    transactions.in(
        tenant,
        rows -> {
          int gone =
              rows.sql(
                      """
                      DELETE FROM model_keys
                      WHERE tenant_id = :tenant AND user_id = :user AND purpose = :purpose
                      """)
                  .param("user", user.value())
                  .param("purpose", PURPOSE)
                  .update();
          if (gone > 0) {
            rows.record(new AuditEntry(AuditAction.MODEL_KEY_REMOVED, PURPOSE));
          }
          return gone;
        });
  }

  private static SecretOwner owner(TenantId tenant, UserId user) {
    return new SecretOwner(tenant.toString(), user.toString(), PURPOSE);
  }
}
