package ai.wikibuilder.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** The administrator of the embedded database, who may take walls down to see whether it shows. */
record Administrator(Login login) {
  static Administrator of(Database database) {
    return new Administrator(database.embedded().orElseThrow().administrator());
  }

  Connection connect() throws SQLException {
    return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
  }
}
