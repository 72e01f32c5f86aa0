package ai.wikibuilder.server.hooks;

import ai.wikibuilder.server.repositories.Repositories;
import ai.wikibuilder.server.repositories.RepositoryId;
import ai.wikibuilder.server.secrets.RandomSecret;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantException;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.TenantRows;
import ai.wikibuilder.server.tenants.TenantTransactions;
import ai.wikibuilder.server.tenants.UserId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The hooks there are. Threads may share it. */
@Component
public final class Webhooks {
  /** Of one repository. */
  private static final int COUNT_MAX = 10;

  private final TenantTransactions transactions;
  private final SystemTransactions system;
  private final SecretBox box;
  private final SecureRandom random;

  Webhooks(
      TenantTransactions transactions,
      SystemTransactions system,
      SecretBox box,
      SecureRandom random) {
    this.transactions = transactions;
    this.system = system;
    this.box = box;
    this.random = random;
  }

  /** Whose hook is to be made. */
  public record Wish(RepositoryId repository, HookHost host, Optional<String> branch) {}

  /** A new hook, and its secret, which is shown this once. */
  public record Made(Webhook hook, String secret) {}

  /**
   * Makes a hook; builds that it asks for are those of the person.
   *
   * @throws TenantException NOT_FOUND: the repository; TOO_MANY
   */
  public Made make(TenantId tenant, UserId user, Wish wish) {
    UUID id = UUID.randomUUID();
    String secret = RandomSecret.made(random, "whk_").text();
    byte[] sealed = box.seal(owner(tenant, user, id), secret.getBytes(StandardCharsets.UTF_8));
    Webhook made =
        transactions.in(
            tenant,
            rows -> {
              Repositories.find(rows, wish.repository());
              if (of(rows, wish.repository()).size() >= COUNT_MAX) {
                throw new TenantException(
                    TenantException.Kind.TOO_MANY,
                    "A repository has at most %d hooks; delete one first.".formatted(COUNT_MAX));
              }
              rows.sql(
                      """
                      INSERT INTO webhooks
                        (id, tenant_id, repository_id, user_id, host, branch, sealed_secret)
                      VALUES (:id, :tenant, :repository, :user, :host, CAST(:branch AS text),
                        :sealed)
                      """)
                  .param("id", id)
                  .param("repository", wish.repository().value())
                  .param("user", user.value())
                  .param("host", wish.host().word())
                  .param("branch", wish.branch().orElse(null))
                  .param("sealed", sealed)
                  .update();
              return of(rows, wish.repository()).stream()
                  .filter(one -> one.id().equals(id))
                  .findFirst()
                  .orElseThrow();
            });
    return new Made(made, secret);
  }

  private static SecretOwner owner(TenantId tenant, UserId user, UUID id) {
    return new SecretOwner(tenant.toString(), user.toString(), "webhook " + id);
  }

  /** Those of a repository, the oldest first. */
  public List<Webhook> of(TenantId tenant, RepositoryId repository) {
    return transactions.in(tenant, rows -> of(rows, repository));
  }

  private static List<Webhook> of(TenantRows rows, RepositoryId repository) {
    return rows.sql(
            """
            SELECT * FROM webhooks WHERE tenant_id = :tenant AND repository_id = :repository
            ORDER BY created_at, id
            """)
        .param("repository", repository.value())
        .query((row, _) -> hook(row))
        .list();
  }

  /**
   * When the host of a hook sent something new that was signed and had to do with the wiki, the
   * newest first.
   *
   * @param limit most that are returned
   */
  public List<Instant> heard(TenantId tenant, UUID hook, int limit) {
    return transactions.in(
        tenant,
        rows ->
            rows.sql(
                    """
                    SELECT received_at FROM webhook_deliveries
                    WHERE tenant_id = :tenant AND webhook_id = :hook
                    ORDER BY received_at DESC LIMIT :most
                    """)
                .param("hook", hook)
                .param("most", limit)
                .query((row, _) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .list());
  }

  private static Webhook hook(ResultSet row) throws SQLException {
    return new Webhook(
        row.getObject("id", UUID.class),
        new RepositoryId(row.getObject("repository_id", UUID.class)),
        HookHost.ofWord(row.getString("host")).orElseThrow(),
        Optional.ofNullable(row.getString("branch")),
        row.getObject("created_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("heard_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant));
  }

  /**
   * Removes a hook; what its host sends is answered as if there had never been one.
   *
   * @throws TenantException NOT_FOUND
   */
  public void remove(TenantId tenant, RepositoryId repository, UUID id) {
    int gone =
        transactions.in(
            tenant,
            rows ->
                rows.sql(
                        """
                        DELETE FROM webhooks WHERE tenant_id = :tenant
                          AND repository_id = :repository AND id = :id
                        """)
                    .param("repository", repository.value())
                    .param("id", id)
                    .update());
    if (gone == 0) {
      throw TenantException.notFound();
    }
  }

  /** A hook with its secret, for whoever checks what was sent to it. */
  record Opened(TenantId tenant, UserId user, Webhook hook, String secret) {}

  /**
   * The transaction is the system's: a host names the hook alone. None of whoever's account is
   * shut.
   */
  Optional<Opened> open(UUID id) {
    return system.run(rows ->
        rows.sql(
                """
                SELECT w.* FROM webhooks w
                JOIN users u ON u.id = w.user_id AND u.disabled_at IS NULL WHERE w.id = :id
                """)
            .param("id", id)
            .query((row, _) -> opened(row))
            .optional());
  }

  private Opened opened(ResultSet row) throws SQLException {
    Webhook hook = hook(row);
    TenantId tenant = new TenantId(row.getObject("tenant_id", UUID.class));
    UserId user = new UserId(row.getObject("user_id", UUID.class));
    byte[] secret = box.open(owner(tenant, user, hook.id()), row.getBytes("sealed_secret"));
    return new Opened(tenant, user, hook, new String(secret, StandardCharsets.UTF_8));
  }
}
