package ai.wikibuilder.server;

import ai.wikibuilder.outbound.AllowedHosts;
import ai.wikibuilder.outbound.OutboundSettings;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.database.DatabaseException;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.engine.EngineSettings;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.secrets.SecretSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
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
    return List.of(Server.class, GitHost.class).contains(parameter.getParameter().getType());
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    Started started =
        context
            .getRoot()
            .getStore(HERE)
            .computeIfAbsent("server", _ -> Started.start(), Started.class);
    return parameter.getParameter().getType() == Server.class ? started.server() : started.git();
  }

  /** A part of the server, for tests in other packages. */
  public static <T> T part(Server server, Class<T> type) {
    return server.part(type);
  }

  /** One more server, for a test that needs a database or an end of its own. */
  public static Server start(Path folder, DatabaseSettings database) {
    return Server.start(settings(folder, database, OutboundSettings.strict()));
  }

  record Started(Server server, GitHost git, Path folder) implements AutoCloseable {
    static Started start() {
      try {
        Path folder = Files.createTempDirectory("server");
        GitHost git = GitHost.in(Files.createDirectory(folder.resolve("served")));
        return new Started(Server.start(settings(folder, git)), git, folder);
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
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(path);
        }
      }
    }
  }

  static ServerSettings settings(Path folder, GitHost git) {
    return settings(
        folder,
        DatabaseSettings.embedded(folder.resolve("postgres")),
        new OutboundSettings(
            AllowedHosts.of(List.of(git.hostPort())), Optional.empty(), Optional.empty()));
  }

  private static ServerSettings settings(
      Path folder, DatabaseSettings database, OutboundSettings outbound) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        0,
        EnumSet.allOf(ServerRole.class),
        folder,
        database,
        new SecretSettings(Optional.empty(), folder.resolve("keys/master.json")),
        RegistrationMode.OPEN,
        Optional.empty(),
        Optional.empty(),
        new RateSettings(100_000, 100_000), // tests of everything else come from one address
        List.of(),
        EngineSettings.standard(folder).reaching(outbound));
  }
}
