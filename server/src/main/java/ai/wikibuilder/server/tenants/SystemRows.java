package ai.wikibuilder.server.tenants;

import org.springframework.jdbc.core.simple.JdbcClient;

/** People and the rows of all tenants, as long as a system transaction runs. */
public final class SystemRows {
  private final JdbcClient client;

  SystemRows(JdbcClient client) {
    this.client = client;
  }

  public JdbcClient.StatementSpec sql(String statement) {
    return client.sql(statement);
  }
}
