package ai.wikibuilder.server;

import ai.wikibuilder.server.accounts.AccountSettings;
import ai.wikibuilder.server.accounts.Registration;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.secrets.SecretsException;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.boot.web.server.WebServerException;
import org.springframework.context.ApplicationContextException;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/**
 * A running server. Threads may share it. The command line starts one and waits; closing it lets
 * running requests end, then stops the database.
 */
public final class Server implements AutoCloseable {
  private final Database database;
  private final ConfigurableApplicationContext context;
  private final Running running;

  private Server(Database database, ConfigurableApplicationContext context, Running running) {
    this.database = database;
    this.context = context;
    this.running = running;
  }

  /**
   * Starts everything the roles need and returns when requests are answered. When the process is
   * told to end, at any moment from now on, what runs is closed first.
   *
   * @throws ai.wikibuilder.server.database.DatabaseException when the database cannot be used
   * @throws SecretsException when the master key is not the one the database was filled with
   * @throws ServerException ADDRESS when the port is taken or the host is not this machine's;
   *     nothing is left running then
   */
  public static Server start(ServerSettings settings) {
    Running running = Running.watched();
    try {
      Database database = Database.open(settings.database());
      running.add(database::close);
      ConfigurableApplicationContext context = run(settings, database);
      running.add(context::close);
      return new Server(database, context, running);
    } catch (RuntimeException e) {
      running.close();
      throw explained(settings, e);
    }
  }

  private static ConfigurableApplicationContext run(ServerSettings settings, Database database) {
    SpringApplication application = new SpringApplication(ServerApplication.class);
    application.setWebApplicationType(WebApplicationType.SERVLET);
    application.setRegisterShutdownHook(false); // the order of closing is ours
    application.setAddCommandLineProperties(false);
    application.setDefaultProperties(properties(settings));
    application.addInitializers(context -> {
      GenericApplicationContext beans = (GenericApplicationContext) context;
      beans.registerBean(ServerSettings.class, () -> settings);
      beans.registerBean(Database.class, () -> database, bean -> bean.setDestroyMethodName(""));
    });
    return application.run();
  }

  private static Map<String, Object> properties(ServerSettings settings) {
    Map<String, Object> properties = new HashMap<>(listening(settings));
    if (!settings.trustedProxies().isEmpty()) {
      properties.put("server.forward-headers-strategy", "native");
      properties.put(
          "server.tomcat.remoteip.internal-proxies",
          settings.trustedProxies().stream().map(Pattern::quote).collect(Collectors.joining("|")));
    }
    return properties;
  }

  private static Map<String, Object> listening(ServerSettings settings) {
    return Map.ofEntries(
        Map.entry("server.address", settings.host()),
        Map.entry("server.port", settings.port()),
        Map.entry("management.server.address", settings.host()),
        Map.entry("management.server.port", settings.managementPort()),
        Map.entry("spring.config.location", "classpath:/server.properties"));
  }

  private static RuntimeException explained(ServerSettings settings, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SecretsException secrets) {
        return secrets;
      }
      if (cause instanceof PortInUseException taken) {
        return new ServerException(
            ServerException.Kind.ADDRESS,
            "port %d of %s is in use; choose another one with %s"
                .formatted(
                    taken.getPort(),
                    settings.host(),
                    taken.getPort() == settings.managementPort() ? "--management-port" : "--port"),
            failure);
      }
    }
    if (failure instanceof WebServerException || failure instanceof ApplicationContextException) {
      return new ServerException(
          ServerException.Kind.ADDRESS,
          "the server cannot listen on %s, port %d: %s"
              .formatted(settings.host(), settings.port(), root(failure).getMessage()),
          failure);
    }
    return failure;
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }

  /** Where pages and {@code /api} are reached on this machine. */
  public URI address() {
    return address(host(), port("local.server.port"));
  }

  /** Where health and metrics are. */
  public URI managementAddress() {
    return address(host(), port("local.management.port"));
  }

  static URI address(String host, int port) {
    String reached =
        switch (host) {
          case "0.0.0.0", "::", "" -> "localhost";
          default -> host.contains(":") ? "[" + host + "]" : host;
        };
    return URI.create("http://%s:%d".formatted(reached, port));
  }

  /** Opens the page that makes the first account; none when there is one already. */
  public Optional<URI> firstAccountLink() {
    return part(Registration.class)
        .firstAccountLink()
        .map(link -> part(AccountSettings.class).pages().resolve("/register?link=" + link.text()));
  }

  private String host() {
    return part(ServerSettings.class).host();
  }

  private int port(String property) {
    return context.getEnvironment().getRequiredProperty(property, Integer.class);
  }

  /** What the database is, for people. */
  public String databasePlace() {
    return database.place();
  }

  /** A part of the server, for tests in its packages. */
  <T> T part(Class<T> type) {
    return context.getBean(type);
  }

  /** Waits until the server is closed. */
  public void awaitClose() throws InterruptedException {
    running.awaitClose();
  }

  @Override
  public void close() {
    running.close();
  }
}
