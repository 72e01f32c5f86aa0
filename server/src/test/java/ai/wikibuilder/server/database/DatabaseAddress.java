package ai.wikibuilder.server.database;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;

/** Where the embedded database of a running server is, for other processes of a test. */
public final class DatabaseAddress {
  private DatabaseAddress() {}

  /** As {@code database.url} takes it: an administrator's login. */
  public static String of(Server server) {
    Login login = Administrator.of(RunningServer.part(server, Database.class)).login();
    String place = login.jdbcUrl().replaceFirst("^jdbc:postgresql://", "");
    return "postgresql://%s:%s@%s".formatted(login.user(), login.password(), place);
  }
}
