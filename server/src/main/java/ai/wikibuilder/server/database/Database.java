package ai.wikibuilder.server.database;

import java.util.Optional;
import javax.sql.DataSource;

/**
 * The open database, at the present schema. Threads may share it. Closing ends the connections, and
 * the embedded PostgreSQL when there is one.
 */
public final class Database implements AutoCloseable {
  private final Optional<EmbeddedDatabase> embedded;
  private final Login owner;
  private final ConnectionPool application;

  private Database(Optional<EmbeddedDatabase> embedded, Login owner, ConnectionPool application) {
    this.embedded = embedded;
    this.owner = owner;
    this.application = application;
  }

  /**
   * Starts or reaches the database, makes the roles that are missing and brings the tables to the
   * present schema.
   *
   * @throws DatabaseException of each kind; nothing is left running then
   */
  public static Database open(DatabaseSettings settings) {
    if (settings.url().isEmpty()) {
      EmbeddedDatabase embedded = EmbeddedDatabase.start(settings.folder());
      try {
        return opened(Optional.of(embedded), embedded.owner(), embedded.application());
      } catch (RuntimeException e) {
        embedded.close();
        throw e;
      }
    }
    Login owner = DatabaseUrl.parse("database.url", settings.url().get());
    Login application =
        settings
            .applicationUrl()
            .map(url -> DatabaseUrl.parse("database.application-url", url))
            .orElseGet(() -> owner.loweredTo(Roles.APPLICATION));
    return opened(Optional.empty(), owner, application);
  }

  /**
   * As {@link #open}, or beside a server that has the folder already: a command that works on the
   * rows of a running installation calls it.
   *
   * @throws DatabaseException of each kind; nothing that ran before has changed then
   */
  public static Database reach(DatabaseSettings settings) {
    Optional<Login> running =
        settings.url().isEmpty() ? EmbeddedDatabase.running(settings.folder()) : Optional.empty();
    if (running.isEmpty()) {
      return open(settings);
    }
    Login administrator = running.get();
    return new Database(
        Optional.empty(),
        administrator,
        ConnectionPool.of(administrator.loweredTo(Roles.APPLICATION)));
  }

  private static Database opened(
      Optional<EmbeddedDatabase> embedded, Login owner, Login application) {
    Roles.prepare(owner, application);
    Schema.migrate(owner);
    ConnectionPool pool = ConnectionPool.of(application);
    try {
      Roles.check(pool.dataSource());
    } catch (RuntimeException e) {
      pool.close();
      throw e;
    }
    return new Database(embedded, owner, pool);
  }

  /** Connections of the role that owns nothing and sees no row without a tenant. */
  public DataSource application() {
    return application.dataSource();
  }

  /** The PostgreSQL that was started here, if it is not somebody else's. */
  Optional<EmbeddedDatabase> embedded() {
    return embedded;
  }

  /** Where it is, without a password. */
  public String place() {
    return embedded.map(EmbeddedDatabase::place).orElseGet(owner::toString);
  }

  @Override
  public void close() {
    application.close();
    embedded.ifPresent(EmbeddedDatabase::close);
  }
}
