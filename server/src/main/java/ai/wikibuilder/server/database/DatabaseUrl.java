package ai.wikibuilder.server.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads addresses as people write them: {@code
 * postgresql://user:password@host:port/name?sslmode=…}, with {@code postgres://} and {@code
 * jdbc:postgresql://} meaning the same.
 */
final class DatabaseUrl {
  private static final String EXPECTED = "expected postgresql://USER:PASSWORD@HOST:PORT/DATABASE";

  private DatabaseUrl() {}

  /**
   * The login that is written there.
   *
   * @param key the setting, for messages
   * @throws DatabaseException when it is no address of a PostgreSQL or lacks a user; the message
   *     does not repeat the address, which may hold a password
   */
  static Login parse(String key, String address) {
    URI uri = uri(key, address);
    if (uri.getScheme() == null || !uri.getScheme().matches("postgres(ql)?")) {
      throw wrong(key, "it does not begin with postgresql://");
    }
    if (uri.getHost() == null) {
      throw wrong(key, "it names no host; a special character in a password is written as %XX");
    }
    List<String> parameters = new ArrayList<>();
    Optional<String> user = Optional.empty();
    Optional<String> password = Optional.empty();
    String userInfo = uri.getRawUserInfo();
    if (userInfo != null) {
      int colon = userInfo.indexOf(':');
      user = Optional.of(decoded(colon < 0 ? userInfo : userInfo.substring(0, colon)));
      password = colon < 0 ? password : Optional.of(decoded(userInfo.substring(colon + 1)));
    }
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String parameter : query.split("&", -1)) {
      if (parameter.startsWith("user=")) {
        user = Optional.of(decoded(parameter.substring("user=".length())));
      } else if (parameter.startsWith("password=")) {
        password = Optional.of(decoded(parameter.substring("password=".length())));
      } else if (!parameter.isEmpty()) {
        parameters.add(parameter);
      }
    }
    return login(key, uri, parameters, user.orElse("")).withPassword(password.orElse(""));
  }

  private static Named login(String key, URI uri, List<String> parameters, String user) {
    String name = uri.getRawPath() == null ? "" : uri.getRawPath();
    if (user.isEmpty()) {
      throw wrong(key, "it names no user");
    }
    if (name.length() < 2) {
      throw wrong(key, "it names no database");
    }
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
    return new Named("jdbc:postgresql://" + uri.getHost() + port + name + query, user);
  }

  private record Named(String jdbcUrl, String user) {
    Login withPassword(String password) {
      return new Login(jdbcUrl, user, password, Optional.empty());
    }
  }

  private static URI uri(String key, String address) {
    try {
      return new URI(address.strip().replaceFirst("^jdbc:", ""));
    } catch (URISyntaxException e) {
      // Not as the cause: its message repeats the address.
      throw wrong(key, "it is no address; a special character in a password is written as %XX");
    }
  }

  private static String decoded(String part) {
    return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static DatabaseException wrong(String key, String why) {
    return new DatabaseException(
        DatabaseException.Kind.ADDRESS, key + " cannot be used, " + why + "; " + EXPECTED);
  }
}
