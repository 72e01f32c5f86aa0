package ai.wikibuilder.server.tenants;

import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People and the rows of all tenants, as long as a system transaction runs. */
public final class SystemRows {
  private static final Logger LOG = LoggerFactory.getLogger(SystemRows.class);

  private final JdbcClient client;
  private final AuditRows audit;

  SystemRows(JdbcClient client, AuditRows audit) {
    this.client = client;
    this.audit = audit;
  }

  /** Writes down what whoever acts does to the tenant, to be read by its owners. */
  public void record(TenantId tenant, AuditEntry entry) {
    audit.add(Optional.of(tenant), Optional.empty(), entry);
  }

  /** Writes down what the person does there, who may not be signed in yet. */
  public void record(TenantId tenant, UserId person, AuditEntry entry) {
    audit.add(Optional.of(tenant), Optional.of(person), entry);
  }

  /**
   * Writes down what is done with the person's account, to be read by that person: by whoever is
   * signed in, and by the person where nobody is yet.
   */
  public void record(UserId person, AuditEntry entry) {
    client
        .sql("SELECT personal_tenant_of FROM users WHERE id = :id")
        .param("id", person.value())
        .query((row, _) -> new TenantId(row.getObject(1, UUID.class)))
        .optional()
        .ifPresent(own -> audit.addOf(own, person, entry));
  }

  /** Writes down what concerns the whole installation, to be read by the operator alone. */
  public void record(AuditEntry entry) {
    audit.add(Optional.empty(), Optional.empty(), entry);
  }

  /**
   * Writes beside the work of this transaction what is not worth failing or waiting for, such as
   * when somebody was last seen: nobody waits for the disk, and what cannot be written is left out.
   *
   * @param change which changes rows and nothing else
   */
  public void inPassing(Runnable change) {
    client.sql("SET LOCAL synchronous_commit = off").update();
    client.sql("SAVEPOINT in_passing").update();
    try {
      change.run();
    } catch (DataAccessException e) {
      client.sql("ROLLBACK TO SAVEPOINT in_passing").update();
      LOG.warn("left out in passing kind={}", e.getClass().getSimpleName());
    }
  }

  public JdbcClient.StatementSpec sql(String statement) {
    return client.sql(statement);
  }
}
