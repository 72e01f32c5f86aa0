package ai.wikibuilder.server.accounts;

import ai.wikibuilder.server.tenants.AuditAction;
import ai.wikibuilder.server.tenants.AuditEntry;
import ai.wikibuilder.server.tenants.SystemRows;
import ai.wikibuilder.server.tenants.SystemTransactions;
import ai.wikibuilder.server.tenants.TenantId;
import ai.wikibuilder.server.tenants.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The accounts there are. Threads may share it. */
public final class People {
  private static final String COLUMNS =
      "id, email, operator, personal_tenant_of, verified_at, disabled_at, created_at";

  private final SystemTransactions system;
  private final Clock clock;

  public People(SystemTransactions system, Clock clock) {
    this.system = system;
    this.clock = clock;
  }

  public Optional<Account> find(UserId id) {
    return system.run(rows -> find(rows, id));
  }

  static Optional<Account> find(SystemRows rows, UserId id) {
    return rows.sql("SELECT " + COLUMNS + " FROM users WHERE id = :id")
        .param("id", id.value())
        .query((row, _) -> account(row))
        .optional();
  }

  static Optional<Account> find(SystemRows rows, EmailAddress email) {
    return rows.sql("SELECT " + COLUMNS + " FROM users WHERE email_key = :key")
        .param("key", email.key())
        .query((row, _) -> account(row))
        .optional();
  }

  /** Addresses of those that have an account still. */
  public Map<UserId, EmailAddress> addresses(Collection<UserId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<UUID> values = ids.stream().map(UserId::value).toList();
    return system.run(rows -> {
      Map<UserId, EmailAddress> addresses = new HashMap<>();
      rows.sql("SELECT id, email FROM users WHERE id IN (:ids)")
          .param("ids", values)
          .query(row -> {
            addresses.put(
                new UserId(row.getObject(1, UUID.class)), new EmailAddress(row.getString(2)));
          });
      return addresses;
    });
  }

  /** Shuts an account, or opens it again; what it was logged in with stops working at once. */
  public void setDisabled(UserId id, boolean disabled) {
    system.run(rows -> {
      Logins.endSessions(rows, id);
      AuditAction action = disabled ? AuditAction.ACCOUNT_DISABLED : AuditAction.ACCOUNT_ENABLED;
      find(rows, id)
          .ifPresent(account ->
              rows.record(
                  account.personalTenant(), new AuditEntry(action, account.email().text())));
      return rows.sql(
              """
              UPDATE users SET disabled_at = CASE WHEN :disabled THEN CAST(:now AS timestamptz) END,
                token_version = token_version + 1
              WHERE id = :id
              """)
          .param("disabled", disabled)
          .param("now", clock.instant().atOffset(ZoneOffset.UTC))
          .param("id", id.value())
          .update();
    });
  }

  /** Writes down that everything of the person was taken along. */
  public void noteExport(UserId id) {
    system.run(rows -> {
      rows.record(id, new AuditEntry(AuditAction.ACCOUNT_EXPORTED, "by its person"));
      return id;
    });
  }

  private static Account account(ResultSet row) throws SQLException {
    return new Account(
        new UserId(row.getObject("id", UUID.class)),
        new EmailAddress(row.getString("email")),
        row.getBoolean("operator"),
        new TenantId(row.getObject("personal_tenant_of", UUID.class)),
        row.getObject("verified_at") != null,
        row.getObject("disabled_at") != null,
        row.getObject("created_at", OffsetDateTime.class).toInstant());
  }
}
