package ai.wikibuilder.server;

import ai.wikibuilder.server.accounts.MailSettings;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.retention.RetentionSettings;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.storage.StorageSettings;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a server is started with. Immutable.
 *
 * @param host address to listen on; a name is resolved once
 * @param port port of pages and {@code /api}; 0 takes a free one
 * @param managementPort port of health and metrics, not for the internet; 0 takes a free one
 * @param dataFolder where everything that is kept on disk lives
 * @param registration who may make an account
 * @param pages address that people reach the pages by; empty means the one it listens on
 * @param mail what letters go out by; without it they are written to the log
 * @param trustedProxies addresses of proxies that say whom a request comes from
 * @param engine how wikis are built
 * @param providers where people may log in beside here
 * @param storage what is kept, and for whom
 * @param retention how long it is kept
 */
public record ServerSettings(
    String host,
    int port,
    int managementPort,
    Set<ServerRole> roles,
    Path dataFolder,
    DatabaseSettings database,
    SecretSettings secrets,
    RegistrationMode registration,
    Optional<URI> pages,
    Optional<MailSettings> mail,
    RateSettings rates,
    List<String> trustedProxies,
    EngineSettings engine,
    Providers providers,
    StorageSettings storage,
    RetentionSettings retention) {
  private static final int PORT_MAX = 65_535;

  public ServerSettings {
    roles = Set.copyOf(roles);
    trustedProxies = List.copyOf(trustedProxies);
    requirePort("--port", port);
    requirePort("--management-port", managementPort);
    if (port != 0 && port == managementPort) {
      throw new ServerException(
          ServerException.Kind.USAGE,
          "--port and --management-port are both %d; health and metrics need a port of their own"
              .formatted(port));
    }
  }

  private static void requirePort(String flag, int port) {
    if (port < 0 || port > PORT_MAX) {
      throw new ServerException(
          ServerException.Kind.USAGE,
          "%s: expected 0 to %d, got %d".formatted(flag, PORT_MAX, port));
    }
  }
}
