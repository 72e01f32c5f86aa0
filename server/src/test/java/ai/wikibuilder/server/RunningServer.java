package ai.wikibuilder.server;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.database.DatabaseException;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.providers.ProviderSettings;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.retention.RetentionSettings;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.storage.StorageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * The one server that all tests of this module share, with an embedded PostgreSQL in a folder of
 * its own. A test takes it as a parameter and makes tenants of its own in it.
 */
public final class RunningServer implements ParameterResolver {
  private static final ExtensionContext.Namespace HERE =
      ExtensionContext.Namespace.create(RunningServer.class);

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return List.of(Server.class, GitHost.class, ModelHost.class)
        .contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent("server", _ -> Started.start(), Started.class);
    Class<?> wanted = parameter.getParameter().getType();
    if (wanted == Server.class) {
      return started.server();
    }
    return wanted == GitHost.class ? started.git() : started.model();
  }

  /** A part of the server, for tests in other packages. */
  public static <T> T part(Server server, Class<T> type) {
    return server.part(type);
  }

  /** One more server, for a test that needs a database or an end of its own. */
  public static Server start(Path folder, DatabaseSettings database) {
    return Server.start(settings(folder, database, EngineSettings.standard(folder)));
  }

  /** One more server, which accepts builds and runs none: tests work at them. */
  public static Server startWithoutWorker(Path folder, GitHost git) {
    return startWithoutWorker(
        folder, EngineSettings.standard(folder).reaching(reaching(git.hostPort())));
  }

  /** The same with a central model. */
  public static Server startWithoutWorker(Path folder, GitHost git, ModelHost model) {
    return startWithoutWorker(
        folder,
        EngineSettings.standard(folder)
            .asking(Optional.of(model.settings()))
            .reaching(reaching(git.hostPort(), model.hostPort())));
  }

  private static Server startWithoutWorker(Path folder, EngineSettings engine) {
    return Server.start(
        settings(
            folder,
            DatabaseSettings.embedded(folder.resolve("postgres")),
            engine,
            EnumSet.of(ServerRole.UI, ServerRole.API)));
  }

  record Started(Server server, GitHost git, ModelHost model, Path folder)
      implements AutoCloseable {
    static Started start() {
      try {
        Path folder = Files.createTempDirectory("server");
        GitHost git = GitHost.in(Files.createDirectory(folder.resolve("served")));
        ModelHost model = ModelHost.start();
        return new Started(Server.start(settings(folder, git, model)), git, model, folder);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (DatabaseException e) {
        if (String.valueOf(e.getMessage()).contains("unshare")) {
          throw new TestAbortedException("left out: " + e.getMessage(), e);
        }
        throw e;
      }
    }

    @Override
    public void close() throws IOException {
      server.close();
      git.close();
      model.close();
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  static ServerSettings settings(Path folder, GitHost git, ModelHost model) {
    return settings(
        folder,
        DatabaseSettings.embedded(folder.resolve("postgres")),
        EngineSettings.standard(folder)
            .asking(Optional.of(model.settings()))
            .reaching(reaching(git.hostPort(), model.hostPort())));
  }

  /** One more server, which answers each kind of work of a tenant once a minute. */
  public static Server startLimited(Path folder, GitHost git) {
    return startLimited(folder, git, new RateSettings(1_000, 1_000, 1));
  }

  /** One more server, which answers so often. */
  public static Server startLimited(Path folder, GitHost git, RateSettings rates) {
    ServerSettings usual =
        settings(
            folder,
            DatabaseSettings.embedded(folder.resolve("postgres")),
            EngineSettings.standard(folder).reaching(reaching(git.hostPort())),
            EnumSet.of(ServerRole.UI, ServerRole.API));
    return Server.start(with(usual, usual.port(), usual.providers(), rates));
  }

  /** One more server, with providers to log in at. */
  public static Server start(Path folder, OutboundSettings outbound, Providers providers) {
    DatabaseSettings database = DatabaseSettings.embedded(folder.resolve("postgres"));
    ServerSettings usual =
        settings(folder, database, EngineSettings.standard(folder).reaching(outbound));
    return Server.start(with(usual, usual.port(), providers));
  }

  /** The same settings but for what is named. */
  static ServerSettings with(ServerSettings usual, int port, Providers providers) {
    return with(usual, port, providers, usual.rates());
  }

  private static ServerSettings with(
      ServerSettings usual, int port, Providers providers, RateSettings rates) {
    return new ServerSettings(
        usual.host(),
        port,
        usual.managementPort(),
        usual.roles(),
        usual.dataFolder(),
        usual.database(),
        usual.secrets(),
        usual.registration(),
        usual.pages(),
        usual.mail(),
        rates,
        usual.trustedProxies(),
        usual.engine(),
        providers,
        usual.storage(),
        usual.retention());
  }

  static OutboundSettings reaching(String... hosts) {
    return new OutboundSettings(
        AllowedHosts.of(List.of(hosts)), Optional.empty(), Optional.empty());
  }

  private static ServerSettings settings(
      Path folder, DatabaseSettings database, EngineSettings engine) {
    return settings(folder, database, engine, EnumSet.allOf(ServerRole.class));
  }

  static ServerSettings settings(
      Path folder, DatabaseSettings database, EngineSettings engine, Set<ServerRole> roles) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        0,
        roles,
        folder,
        database,
        new SecretSettings(Optional.empty(), folder.resolve("keys/master.json")),
        RegistrationMode.OPEN,
        Optional.empty(),
        Optional.empty(),
        new RateSettings(
            100_000, 100_000, 100_000), // tests of everything else come from one address
        List.of(),
        engine,
        new Providers(
            List.of(
                new ProviderSettings( // where nobody comes back from
                    "github",
                    ProviderSettings.Kind.GITHUB,
                    "GitHub",
                    URI.create("https://github.example.org"),
                    "client",
                    "secret"))),
        StorageSettings.standard(),
        RetentionSettings.standard());
  }
}
