package ai.wikibuilder.server.database;

import java.util.Optional;

/**
 * A way into the database. Immutable; shows no password.
 *
 * @param jdbcUrl address without user and password
 * @param loweredTo role that each session takes on at once, when the one that logs in may do more
 */
record Login(String jdbcUrl, String user, String password, Optional<String> loweredTo) {
  Login loweredTo(String role) {
    return new Login(jdbcUrl, user, password, Optional.of(role));
  }

  @Override
  public String toString() {
    return user + " at " + jdbcUrl;
  }
}
