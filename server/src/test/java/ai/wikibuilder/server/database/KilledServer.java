package ai.wikibuilder.server.database;

import java.nio.file.Path;
import java.sql.SQLException;

/** A process that starts the database in the folder it is given, writes and dies of itself. */
final class KilledServer {
  static final int EXIT = 137;

  private KilledServer() {}

  public static void main(String[] arguments) throws SQLException {
    EmbeddedDatabase database = EmbeddedDatabase.start(Path.of(arguments[0]));
    EmbeddedDatabaseTest.execute(database.owner(), "CREATE TABLE orphaned (line text)");
    Runtime.getRuntime().halt(EXIT); // no hook runs, as after kill -9
  }
}
