package ai.wikibuilder.server.tenants;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes what matters down, in the transaction of the act itself: one is not there without the
 * other. Threads may share it.
 */
final class AuditRows {
  private static final int SUBJECT_LENGTH_MAX = 300;

  private final JdbcClient client;
  private final Supplier<Actor> actor;

  AuditRows(JdbcClient client, Supplier<Actor> actor) {
    this.client = client;
    this.actor = actor;
  }

  /** About a person; done by whoever is signed in, by the person where nobody is. */
  void addOf(TenantId own, UserId person, AuditEntry entry) {
    add(Optional.of(own), actor.get().user().or(() -> Optional.of(person)), entry);
  }

  void add(Optional<TenantId> tenant, Optional<UserId> known, AuditEntry entry) {
    Actor acting = actor.get();
    Optional<UserId> user = known.or(acting::user);
    String subject = entry.subject();
    client
        .sql(
            """
            INSERT INTO audit_entries (id, tenant_id, user_id, action, subject, address, happened_at)
            VALUES (:id, CAST(:tenant AS uuid), CAST(:user AS uuid), :action, :subject, :address,
              clock_timestamp())
            """)
        .param("id", UUID.randomUUID())
        .param("tenant", tenant.map(TenantId::value).orElse(null))
        .param("user", user.map(UserId::value).orElse(null))
        .param("action", entry.action().word())
        .param(
            "subject",
            subject.length() <= SUBJECT_LENGTH_MAX
                ? subject
                : subject.substring(0, SUBJECT_LENGTH_MAX))
        .param("address", acting.address())
        .update();
  }
}
