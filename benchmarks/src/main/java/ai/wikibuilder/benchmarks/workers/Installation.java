package ai.wikibuilder.benchmarks.workers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An installation in a folder: one process with the roles {@code ui,api} and its PostgreSQL, worker
 * processes beside it as an operator starts them. For one thread.
 */
final class Installation implements AutoCloseable {
  /** The very first start prepares quick ones, which takes minutes on a busy machine. */
  private static final Duration READY_MAX = Duration.ofMinutes(10);

  private static final String READY = "AI Wiki Builder is ready at";

  private final Path root;
  private final Path folder;
  private final Map<String, String> environment;
  private final Process server;
  private final String introduction;

  private Installation(
      Places places, Map<String, String> environment, Process server, String introduction) {
    this.root = places.root();
    this.folder = places.scratch();
    this.environment = environment;
    this.server = server;
    this.introduction = introduction;
  }

  /**
   * Where the program is, and where its data may lie.
   *
   * @param root of the project, whose launcher starts each process as an operator would
   */
  record Places(Path root, Path scratch) {}

  /** Starts the server; returns when it answers. */
  static Installation start(Places places, String gitHost)
      throws IOException, InterruptedException {
    Path scratch = places.scratch();
    Map<String, String> environment =
        Map.of(
            "AIWIKI_DATA_DIR",
            scratch.resolve("data").toString(),
            "AIWIKI_ALLOWED_HOSTS",
            gitHost,
            "AIWIKI_SERVER_REQUESTS_PER_MINUTE",
            "1000000",
            "AIWIKI_SERVER_WORK_PER_MINUTE",
            "1000000",
            "AIWIKI_JAVA_OPTIONS",
            "-XX:MaxRAMPercentage=20");
    Path said = Files.createFile(scratch.resolve("server.out"));
    Process server = process(places.root(), environment, said, "ui,api");
    return new Installation(places, environment, server, introduction(server, said));
  }

  /** The launcher becomes the program, so that what is killed is the program itself. */
  private static Process process(
      Path root, Map<String, String> environment, Path said, String roles) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                root.resolve("aiwiki").toString(),
                "serve",
                "--port",
                "0",
                "--management-port",
                "0",
                "--roles",
                roles)
            .redirectOutput(said.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(said.resolveSibling("log").toFile()));
    builder.environment().keySet().removeIf(name -> name.startsWith("AIWIKI_"));
    builder.environment().putAll(environment);
    return builder.start();
  }

  private static String introduction(Process process, Path said)
      throws IOException, InterruptedException {
    long deadline = System.nanoTime() + READY_MAX.toNanos();
    while (process.isAlive() && System.nanoTime() < deadline) {
      String text = Files.readString(said);
      if (text.contains("  model ")) {
        return text;
      }
      boolean _ = process.waitFor(50, TimeUnit.MILLISECONDS);
    }
    throw new IllegalStateException(
        "expected a server that says it is ready, got: "
            + Files.readString(said)
            + Files.readString(said.resolveSibling("log")));
  }

  /** Starts one more worker; it takes builds as soon as it can. */
  Process worker() throws IOException {
    Map<String, String> more = new java.util.HashMap<>(environment);
    more.put("AIWIKI_DATABASE_URL", databaseUrl("postgresql://postgres:%s@127.0.0.1:%s/aiwiki"));
    return process(root, more, Files.createTempFile(folder, "worker", ".out"), "worker");
  }

  private String databaseUrl(String form) throws IOException {
    Path postgres = folder.resolve("data/postgres");
    String port = Files.readAllLines(postgres.resolve("data/postmaster.pid")).get(3).strip();
    return form.formatted(Files.readString(postgres.resolve("password")).strip(), port);
  }

  /** Two tenants who may build as much as they like. */
  Tenants tenants() throws IOException, InterruptedException {
    return Tenants.of(value(READY), value("first account").replaceFirst(".*link=", ""));
  }

  private String value(String line) {
    Matcher value = Pattern.compile("(?m)^(?:  )?" + line + " +(\\S+)").matcher(introduction);
    if (!value.find()) {
      throw new IllegalStateException("expected a line '" + line + "' in " + introduction);
    }
    return value.group(1);
  }

  /** Where generations are. */
  Path storage() {
    return folder.resolve("data/storage");
  }

  /** One number of all tenants' rows. */
  double number(String sql) throws SQLException {
    List<List<String>> rows = rows(sql);
    String first = rows.isEmpty() ? "0" : rows.getFirst().getFirst();
    return Double.parseDouble(first.equals("null") ? "0" : first);
  }

  /** All rows of an answer, as text. */
  List<List<String>> rows(String sql) throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      List<List<String>> rows = new ArrayList<>();
      while (row.next()) {
        List<String> values = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          values.add(String.valueOf(row.getString(i)));
        }
        rows.add(values);
      }
      return rows;
    }
  }

  private Connection connect() throws SQLException {
    try {
      String url =
          databaseUrl("jdbc:postgresql://127.0.0.1:%2$s/aiwiki?user=postgres&password=%1$s");
      return DriverManager.getConnection(url);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    server.destroy();
    try {
      if (!server.waitFor(30, TimeUnit.SECONDS)) {
        server.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
