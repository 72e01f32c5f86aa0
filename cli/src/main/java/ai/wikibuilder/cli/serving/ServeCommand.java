package ai.wikibuilder.cli.serving;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.ConfiguredModels;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.cli.console.Console;
import ai.wikibuilder.cli.workbench.Workbench;
import ai.wikibuilder.models.access.ModelSettings;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.ServerRole;
import ai.wikibuilder.server.ServerSettings;
import ai.wikibuilder.server.accounts.MailSettings;
import ai.wikibuilder.server.accounts.RegistrationMode;
import ai.wikibuilder.server.database.DatabaseSettings;
import ai.wikibuilder.server.quota.RateSettings;
import ai.wikibuilder.server.retention.RetentionSettings;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.storage.StorageSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code aiwiki serve}: the product for many people, until it is told to stop. */
@Command(
    name = "serve",
    description = "Starts the server: accounts, tenants, pages and /api.",
    mixinStandardHelpOptions = true,
    footer = {
      "",
      "A PostgreSQL of its own starts in the data folder, unless AIWIKI_DATABASE_URL names",
      "another one. Ctrl-C or SIGTERM lets running requests end and stops both.",
      "",
      "Examples:",
      "  aiwiki serve",
      "  aiwiki serve --host 0.0.0.0 --port 80 --roles ui,api",
      "  AIWIKI_DATA_DIR=/srv/aiwiki aiwiki serve"
    })
public final class ServeCommand implements Callable<Integer> {
  private static final int DONE = 0;

  private final Console console;
  private final Supplier<Workbench> workbenches;

  @Option(names = "--port", description = "Port of pages and /api; 0 takes a free one.")
  private @Nullable Integer port;

  @Option(names = "--host", description = "Address to listen on. Default: 127.0.0.1.")
  private @Nullable String host;

  @Option(
      names = "--management-port",
      description = "Port of health and metrics; 0 takes a free one. Default: 8081.")
  private @Nullable Integer managementPort;

  @Option(
      names = "--roles",
      description = "Some of ui, api and worker, with commas between them. Default: all.")
  private @Nullable String roles;

  @Option(
      names = "--rehearse",
      description = "Start, ask for some pages itself, and stop: shows whether a start succeeds.")
  private boolean rehearsed;

  public ServeCommand(Console console, Supplier<Workbench> workbenches) {
    this.console = console;
    this.workbenches = workbenches;
  }

  /** Returns when the server has been stopped. */
  @Override
  public Integer call() throws InterruptedException {
    System.setProperty("slf4j.provider", "ch.qos.logback.classic.spi.LogbackServiceProvider");
    Workbench workbench = workbenches.get();
    Configuration configuration = workbench.configuration();
    ServerSettings settings = settings(workbench);
    try (Server server = Server.start(settings)) {
      introduce(server, settings, configuration);
      if (rehearsed) {
        new Rehearsal(server.address(), server.managementAddress()).run();
        return DONE;
      }
      server.awaitClose();
    }
    return DONE;
  }

  private ServerSettings settings(Workbench workbench) {
    Configuration configuration = workbench.configuration();
    Path data = configuration.path(Setting.DATA_DIR).toAbsolutePath().normalize();
    return new ServerSettings(
        host == null ? configuration.text(Setting.SERVER_HOST) : host,
        port == null ? (int) configuration.count(Setting.SERVER_PORT) : port,
        managementPort == null
            ? (int) configuration.count(Setting.SERVER_MANAGEMENT_PORT)
            : managementPort,
        ServerRole.parse(roles == null ? configuration.text(Setting.SERVER_ROLES) : roles),
        data,
        database(configuration, data),
        secrets(configuration, data),
        RegistrationMode.ofWord(configuration.text(Setting.ACCOUNTS_REGISTRATION)).orElseThrow(),
        configuration.optional(Setting.UI_URL).map(ServeCommand::address),
        MailSettingsReader.read(configuration),
        rates(configuration),
        configuration.list(Setting.SERVER_TRUSTED_PROXIES),
        workbench.engineSettings(),
        ConfiguredProviders.of(configuration),
        new StorageSettings(configuration.isOn(Setting.STORAGE_SHARES_PUBLIC)),
        retention(configuration));
  }

  private static RetentionSettings retention(Configuration configuration) {
    try {
      return new RetentionSettings(
          (int) configuration.count(Setting.RETENTION_GENERATIONS),
          Duration.ofDays(configuration.count(Setting.RETENTION_GENERATION_DAYS)),
          Duration.ofDays(configuration.count(Setting.RETENTION_BUILD_DAYS)),
          Duration.ofDays(configuration.count(Setting.RETENTION_EVENT_DAYS)),
          Duration.ofDays(configuration.count(Setting.RETENTION_AUDIT_DAYS)),
          Duration.ofDays(configuration.count(Setting.RETENTION_CLONE_DAYS)));
    } catch (IllegalArgumentException e) {
      throw new UsageException("retention: " + e.getMessage());
    }
  }

  static DatabaseSettings database(Configuration configuration, Path data) {
    return new DatabaseSettings(
        data.resolve("postgres"),
        configuration.optional(Setting.DATABASE_URL),
        configuration.optional(Setting.DATABASE_APPLICATION_URL));
  }

  static SecretSettings secrets(Configuration configuration, Path data) {
    return new SecretSettings(
        configuration.optional(Setting.SECRETS_MASTER_KEY),
        configuration
            .optional(Setting.SECRETS_MASTER_KEY_FILE)
            .map(Path::of)
            .orElse(data.resolve("keys/master.json")));
  }

  private static RateSettings rates(Configuration configuration) {
    try {
      return new RateSettings(
          (int) configuration.count(Setting.SERVER_ENTERING_PER_MINUTE),
          (int) configuration.count(Setting.SERVER_REQUESTS_PER_MINUTE),
          (int) configuration.count(Setting.SERVER_WORK_PER_MINUTE));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "server.entering-per-minute, server.requests-per-minute and server.work-per-minute: expected 1 or more");
    }
  }

  private static URI address(String text) {
    try {
      URI address = new URI(text);
      if (address.getHost() != null && String.valueOf(address.getScheme()).matches("https?")) {
        return address;
      }
    } catch (URISyntaxException e) {
      // Said below, as for an address without a host.
    }
    throw new UsageException(
        "ui.url: expected an address such as https://wiki.example.org, got " + text);
  }

  /** Said in one piece, so that whoever waits for the first line finds the others. */
  private void introduce(Server server, ServerSettings settings, Configuration configuration) {
    StringBuilder text = new StringBuilder();
    text.append("AI Wiki Builder is ready at ").append(server.address()).append('\n');
    line(text, "data folder", settings.dataFolder().toString());
    line(text, "database", server.databasePlace());
    line(
        text,
        "roles",
        settings.roles().stream().sorted().map(ServerRole::word).collect(Collectors.joining(", ")));
    line(text, "health", server.managementAddress() + "/actuator/health");
    line(text, "master key", settings.secrets().toString());
    line(text, "registration", settings.registration().word());
    line(
        text,
        "mail",
        settings.mail().map(MailSettings::toString).orElse("none: letters are written to the log"));
    line(text, "model", model(configuration));
    server.firstAccountLink().ifPresent(link -> line(text, "first account", link.toString()));
    console.out().print(text);
    console.out().flush();
  }

  private static String model(Configuration configuration) {
    return new ConfiguredModels(configuration)
        .settings()
        .map(ModelSettings::strong)
        .orElse("none: pages are composed, questions are answered with evidence");
  }

  private static void line(StringBuilder text, String what, String value) {
    text.append("  %-14s %s\n".formatted(what, value));
  }
}
