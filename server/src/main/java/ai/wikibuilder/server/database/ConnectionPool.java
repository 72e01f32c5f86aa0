package ai.wikibuilder.server.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import javax.sql.DataSource;

/** The connections that requests share. Threads may share it. */
final class ConnectionPool implements AutoCloseable {
  /** Connections at once; a request holds one for milliseconds, so more would only wait inside. */
  private static final int CONNECTION_COUNT_MAX = 16;

  /** How long a request waits for a free connection before it is answered "not now". */
  private static final Duration WAIT_MAX = Duration.ofSeconds(3);

  /** What one connection may cost at most: a statement, a lock, a transaction left open. */
  private static final String SESSION_LIMITS =
      "-c statement_timeout=15s -c lock_timeout=5s -c idle_in_transaction_session_timeout=30s";

  private final HikariDataSource dataSource;

  private ConnectionPool(HikariDataSource dataSource) {
    this.dataSource = dataSource;
  }

  static ConnectionPool of(Login login) {
    HikariConfig config = new HikariConfig();
    config.setPoolName("database");
    config.setJdbcUrl(login.jdbcUrl());
    config.setUsername(login.user());
    config.setPassword(login.password());
    config.setMaximumPoolSize(CONNECTION_COUNT_MAX);
    config.setMinimumIdle(2);
    config.setConnectionTimeout(WAIT_MAX.toMillis());
    config.setValidationTimeout(1_000);
    config.setInitializationFailTimeout(-1); // the schema was just brought up to date through it
    config.addDataSourceProperty("options", SESSION_LIMITS);
    config.addDataSourceProperty("socketTimeout", "30");
    config.addDataSourceProperty("connectTimeout", "3");
    login.loweredTo().ifPresent(role -> config.setConnectionInitSql("SET ROLE " + role));
    return new ConnectionPool(new HikariDataSource(config));
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    dataSource.close();
  }
}
