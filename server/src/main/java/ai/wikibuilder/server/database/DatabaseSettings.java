package ai.wikibuilder.server.database;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Which database is used. Immutable.
 *
 * @param folder where the embedded PostgreSQL keeps its rows; made when it is missing, not touched
 *     when {@code url} is given
 * @param url address and login of the role that owns the tables; empty means the embedded one
 * @param applicationUrl login of a role that does not own them; empty means that sessions of {@code
 *     url} are lowered to the role {@code aiwiki_app}
 */
public record DatabaseSettings(Path folder, Optional<String> url, Optional<String> applicationUrl) {
  public DatabaseSettings {
    if (url.isEmpty() && applicationUrl.isPresent()) {
      throw new DatabaseException(
          DatabaseException.Kind.ADDRESS,
          "database.application-url needs database.url, the login that owns the tables");
    }
  }

  /** The one that starts by itself. */
  public static DatabaseSettings embedded(Path folder) {
    return new DatabaseSettings(folder, Optional.empty(), Optional.empty());
  }
}
