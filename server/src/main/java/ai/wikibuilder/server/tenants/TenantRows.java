package ai.wikibuilder.server.tenants;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of one tenant, as long as its transaction runs. Statements name {@code :tenant}, which
 * is filled in here.
 */
public final class TenantRows {
  private final TenantId tenant;
  private final JdbcClient client;

  TenantRows(TenantId tenant, JdbcClient client) {
    this.tenant = tenant;
    this.client = client;
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
