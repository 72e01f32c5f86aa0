package ai.wikibuilder.server.database;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A database that takes no row more: every change of every table ends with the error PostgreSQL
 * ends it with when the disk is full. What is read and what is deleted go on, as they do then.
 */
public final class FullDisk {
  private static final String TABLES =
      "SELECT c.oid::regclass::text FROM pg_class c WHERE c.relkind = 'r'"
          + " AND c.relnamespace = 'public'::regnamespace";

  private final Administrator administrator;

  private FullDisk(Administrator administrator) {
    this.administrator = administrator;
  }

  public static FullDisk of(Server server) {
    return new FullDisk(Administrator.of(RunningServer.part(server, Database.class)));
  }

  /** From now on. */
  public void fill() {
    run(
        """
        CREATE OR REPLACE FUNCTION take_nothing() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          RAISE EXCEPTION 'could not extend file: No space left on device'
            USING ERRCODE = 'disk_full', HINT = 'Check free disk space.';
        END $$
        """);
    onEveryTable(
        "CREATE TRIGGER disk_is_full BEFORE INSERT OR UPDATE ON %s"
            + " EXECUTE FUNCTION take_nothing()");
  }

  /** As before. */
  public void makeRoom() {
    onEveryTable("DROP TRIGGER IF EXISTS disk_is_full ON %s");
  }

  /** One after the other: with all their locks at once it would wait for itself. */
  private void onEveryTable(String statement) {
    for (String table : tables()) {
      run(statement.formatted(table));
    }
  }

  private List<String> tables() {
    List<String> tables = new ArrayList<>();
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(TABLES)) {
      while (rows.next()) {
        tables.add(rows.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return tables;
  }

  private void run(String sql) {
    try (Connection connection = administrator.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET lock_timeout = '10s'");
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
