package ai.wikibuilder.server.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import javax.sql.DataSource;

/**
 * The roles of the database. {@link #APPLICATION} answers requests: it owns nothing and sees rows
 * of one tenant at a time. {@link #SYSTEM} is taken on for single transactions that must see more,
 * such as a login; it cannot log in by itself.
 */
final class Roles {
  static final String APPLICATION = "aiwiki_app";
  static final String SYSTEM = "aiwiki_system";

  private static final int POSTGRES_MAJOR_WITH_SET = 16;

  private Roles() {}

  /**
   * Makes the roles that are missing, as far as the owner may.
   *
   * @throws DatabaseException UNREACHABLE when nobody answers or the login is refused, ROLES with
   *     the statements an administrator has to run when the owner may not make them
   */
  static void prepare(Login owner, Login application) {
    try (Connection connection = connect(owner);
        Statement statement = connection.createStatement()) {
      requireVersion(connection);
      for (String role : List.of(APPLICATION, SYSTEM)) {
        if (!exists(connection, role)) {
          statement.execute("CREATE ROLE " + role + " NOLOGIN NOINHERIT");
        }
      }
      if (!isMember(connection, APPLICATION, SYSTEM)) {
        statement.execute("GRANT %s TO %s".formatted(SYSTEM, APPLICATION));
      }
      String user = application.user();
      if (!user.equals(APPLICATION) && !isMember(connection, user, APPLICATION)) {
        statement.execute("GRANT %s TO %s".formatted(APPLICATION, quoted(user)));
      }
    } catch (SQLException e) {
      throw "42501".equals(e.getSQLState()) ? mayNot(owner, application) : unreachable(owner, e);
    }
  }

  private static DatabaseException mayNot(Login owner, Login application) {
    return new DatabaseException(
        DatabaseException.Kind.ROLES,
        ("%s may not make the roles that keep tenants apart. Let an administrator of the database"
                + " run once:\n"
                + "  CREATE ROLE %2$s NOLOGIN NOINHERIT;\n"
                + "  CREATE ROLE %3$s NOLOGIN NOINHERIT;\n"
                + "  GRANT %3$s TO %2$s;\n"
                + "  GRANT %2$s TO %4$s;")
            .formatted(owner, APPLICATION, SYSTEM, quoted(application.user())));
  }

  /**
   * Makes sure that the second wall stands: the role of requests is nobody's superior, and has the
   * rights of {@link #SYSTEM} only where it takes that role on.
   *
   * @throws DatabaseException ROLES when it could pass row level security by
   */
  static void check(DataSource application) {
    String question =
        """
        SELECT current_user, CASE
          WHEN rolsuper OR rolbypassrls THEN 'passes row level security by'
          WHEN EXISTS (SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname = current_schema AND c.relkind = 'r' AND c.relowner = r.oid)
            THEN 'owns the tables'
          WHEN pg_has_role('%1$s', 'USAGE')
            THEN 'inherits the rights of %1$s (ALTER ROLE ... NOINHERIT, then grant it anew)' END
        FROM pg_roles r WHERE rolname = current_user
        """
            .formatted(SYSTEM);
    try (Connection connection = application.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      if (row.getString(2) != null) {
        throw new DatabaseException(
            DatabaseException.Kind.ROLES,
            ("the role %s must not answer requests: it %s, and so would see every tenant's rows."
                    + " Name another one in database.application-url, or leave that empty")
                .formatted(row.getString(1), row.getString(2)));
      }
    } catch (SQLException e) {
      throw new DatabaseException(
          DatabaseException.Kind.UNREACHABLE,
          "the database refuses the role of requests: " + e.getMessage(),
          e);
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
  }

  private static void requireVersion(Connection connection) throws SQLException {
    int version = connection.getMetaData().getDatabaseMajorVersion();
    if (version < Schema.POSTGRES_MAJOR_MIN) {
      throw new DatabaseException(
          DatabaseException.Kind.UNREACHABLE,
          "the database is PostgreSQL %d; %d or newer is needed"
              .formatted(version, Schema.POSTGRES_MAJOR_MIN));
    }
  }

  private static boolean exists(Connection connection, String role) throws SQLException {
    try (var question =
        connection.prepareStatement("SELECT count(*) FROM pg_roles WHERE rolname = ?")) {
      question.setString(1, role);
      return isOne(question.executeQuery());
    }
  }

  /** Whether MEMBER may take ROLE on. Since PostgreSQL 16 that is more than being a member. */
  private static boolean isMember(Connection connection, String member, String role)
      throws SQLException {
    boolean apart = connection.getMetaData().getDatabaseMajorVersion() >= POSTGRES_MAJOR_WITH_SET;
    try (var question = connection.prepareStatement("SELECT pg_has_role(?, ?, ?)::integer")) {
      question.setString(1, member);
      question.setString(2, role);
      question.setString(3, apart ? "SET" : "MEMBER");
      return isOne(question.executeQuery());
    }
  }

  private static boolean isOne(ResultSet count) throws SQLException {
    return count.next() && count.getInt(1) == 1;
  }

  private static String quoted(String role) {
    return '"' + role.replace("\"", "\"\"") + '"';
  }

  private static DatabaseException unreachable(Login login, SQLException failure) {
    return new DatabaseException(
        DatabaseException.Kind.UNREACHABLE,
        "the database cannot be reached as %s: %s. See database.url (AIWIKI_DATABASE_URL)"
            .formatted(login, failure.getMessage()),
        failure);
  }
}
