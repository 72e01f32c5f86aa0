package ai.wikibuilder.server.tenants;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one tenant, as long as its transaction runs. Statements name {@code :tenant}, which
 * is filled in here.
 */
public final class TenantRows {
  private final TenantId tenant;
  private final JdbcClient client;
  private final AuditRows audit;

  TenantRows(TenantId tenant, JdbcClient client, AuditRows audit) {
    this.tenant = tenant;
    this.client = client;
    this.audit = audit;
  }

  /** Writes down what whoever acts does in the tenant, to be read by its owners. */
  public void record(AuditEntry entry) {
    audit.add(Optional.of(tenant), Optional.empty(), entry);
  }

  public TenantId tenant() {
    return tenant;
  }

  /**
   * A statement about rows of the tenant.
   *
   * @throws IllegalArgumentException when it does not name {@code :tenant}: then it would rely on
   *     the second wall alone
   */
  public JdbcClient.StatementSpec sql(String statement) {
    if (!statement.contains(":tenant")) {
      throw new IllegalArgumentException("a statement about a tenant's rows must name :tenant");
    }
    return client.sql(statement).param("tenant", tenant.value());
  }
}
