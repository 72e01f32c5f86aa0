package ai.wikibuilder.server.outside;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * A PostgreSQL of the system's packages, in a folder of its own, that can be stopped and started.
 */
final class OutsidePostgres implements AutoCloseable {
  private static final Path PACKAGES = Path.of("/usr/lib/postgresql");
  private static final String PASSWORD = "administrator-of-a-test";

  private final Path programs;
  private final Path folder;
  private final int port;

  private OutsidePostgres(Path programs, Path folder, int port) {
    this.programs = programs;
    this.folder = folder;
    this.port = port;
  }

  /** A new one that runs. */
  static OutsidePostgres started() throws IOException {
    Path folder = Files.createTempDirectory("outside");
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));
    OutsidePostgres postgres = new OutsidePostgres(programs(), folder, freePort());
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    Files.setPosixFilePermissions(password, PosixFilePermissions.fromString("rw-r--r--"));
    postgres.run(
        "initdb",
        "--pgdata=" + postgres.data(),
        "--username=postgres",
        "--auth=scram-sha-256",
        "--pwfile=" + password,
        "--no-sync");
    postgres.start();
    return postgres;
  }

  private static Path programs() throws IOException {
    if (!Files.isDirectory(PACKAGES)) {
      throw new TestAbortedException(
          "left out: no PostgreSQL of the system, see scripts/test-needs.sh");
    }
    try (Stream<Path> versions = Files.list(PACKAGES)) {
      return versions
          .map(version -> version.resolve("bin"))
          .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
          .max(Comparator.naturalOrder())
          .orElseThrow(
              () -> new TestAbortedException("left out: no PostgreSQL of the system has initdb"));
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  void start() throws IOException {
    run(
        "pg_ctl",
        "--pgdata=" + data(),
        "--log=" + folder.resolve("log"),
        "--wait",
        "--options=-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=''"
            .formatted(port),
        "start");
  }

  /** Ends all its connections and then itself. */
  void stop() throws IOException {
    run("pg_ctl", "--pgdata=" + data(), "--wait", "--mode=fast", "stop");
  }

  private Path data() {
    return folder.resolve("data");
  }

  /** PostgreSQL does not run as root; its package brings a user. */
  private void run(String program, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"));
    }
    command.add(programs.resolve(program).toString());
    command.addAll(List.of(arguments));
    Path output = Files.createTempFile("outside", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(command + " failed: " + Files.readString(output));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    Files.delete(output);
  }

  /** What an administrator does by hand. */
  void run(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:%d/postgres".formatted(port), "postgres", PASSWORD);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** A new database with an owner of the same name and password, who may do what RIGHTS say. */
  String database(String name, String rights) throws SQLException {
    run("CREATE ROLE %1$s LOGIN PASSWORD '%1$s' %2$s".formatted(name, rights));
    run("CREATE DATABASE %1$s OWNER %1$s".formatted(name));
    return "postgresql://%1$s:%1$s@127.0.0.1:%2$d/%1$s".formatted(name, port);
  }

  @Override
  public void close() throws IOException {
    if (Files.exists(data().resolve("postmaster.pid"))) {
      stop();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
