package ai.wikibuilder.server.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A real PostgreSQL of its own, in a folder nobody else may read.
 *
 * <p>The library that starts it is made for tests: it would not wait for the disk, let everybody on
 * the machine in and leave an orphan in the way. Here every commit reaches the disk, it listens on
 * the loopback address alone, each login needs a password (SCRAM), and what a killed server left
 * running is stopped first. The administrator's password is kept in the folder; those of the two
 * roles that are used live as long as the process.
 */
final class EmbeddedDatabase implements AutoCloseable {
  private static final String DATABASE = "aiwiki";
  private static final String OWNER = "aiwiki_owner";
  private static final String ADMINISTRATOR = "postgres";

  /** Of the note that PostgreSQL leaves in its folder while it runs. */
  private static final int PORT_LINE = 3;

  /** The first start of a machine with a slow disk unpacks and fills a folder of 40 MB. */
  private static final Duration START_MAX = Duration.ofSeconds(60);

  private static final Map<String, String> SERVER =
      Map.of(
          "fsync", "on",
          "synchronous_commit", "on",
          "full_page_writes", "on",
          "listen_addresses", "127.0.0.1",
          "unix_socket_directories", "",
          "max_connections", "60",
          "shared_buffers", "64MB");

  private final Postmaster postgres;
  private final FolderLock lock;
  private final Path folder;
  private final Passwords passwords;

  private EmbeddedDatabase(Postmaster postgres, FolderLock lock, Path folder, Passwords passwords) {
    this.postgres = postgres;
    this.lock = lock;
    this.folder = folder;
    this.passwords = passwords;
  }

  /**
   * Starts it.
   *
   * @throws DatabaseException FOLDER when the folder is another version's, is in use or cannot be
   *     written, NOT_STARTED when PostgreSQL itself fails
   */
  static EmbeddedDatabase start(Path folder) {
    requireOrdinaryUser();
    try {
      privateFolder(folder);
      FolderLock lock = FolderLock.take(folder.resolve("lock"));
      try {
        return started(folder, lock);
      } catch (IOException | SQLException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException | UncheckedIOException | SQLException | IllegalStateException e) {
      throw new DatabaseException(
          DatabaseException.Kind.NOT_STARTED,
          "the embedded PostgreSQL in %s does not start: %s".formatted(folder, e.getMessage()),
          e);
    }
  }

  /**
   * The administrator's way into one that another process runs; none when nobody does.
   *
   * @throws DatabaseException NOT_STARTED when somebody has the folder and no PostgreSQL runs in it
   */
  static Optional<Login> running(Path folder) {
    try {
      if (!Files.exists(folder.resolve("lock")) || FolderLock.isFree(folder.resolve("lock"))) {
        return Optional.empty();
      }
      List<String> note = Files.readAllLines(folder.resolve("data/postmaster.pid"));
      String port = note.size() > PORT_LINE ? note.get(PORT_LINE).strip() : "";
      if (!port.matches("[1-9][0-9]{1,4}")) {
        throw new IOException("the note of PostgreSQL names no port");
      }
      String password = Passwords.kept(folder.resolve("password")).administrator();
      String url = "jdbc:postgresql://127.0.0.1:%s/%s".formatted(port, DATABASE);
      return Optional.of(new Login(url, ADMINISTRATOR, password, Optional.empty()));
    } catch (IOException e) {
      throw new DatabaseException(
          DatabaseException.Kind.NOT_STARTED,
          "a server uses %s, and its PostgreSQL cannot be reached; try again when it is ready"
              .formatted(folder),
          e);
    }
  }

  private static EmbeddedDatabase started(Path folder, FolderLock lock)
      throws IOException, SQLException {
    Path data = folder.resolve("data");
    Path binaries = privateFolder(folder.resolve("binaries"));
    DataFolder.requireSameVersion(data);
    DataFolder.requireRoom(data, Files.getFileStore(folder).getUsableSpace());
    Orphan process = new Orphan(data, binaries);
    process.stop();
    DataFolder.clearUnfinished(data);
    Passwords passwords = Passwords.kept(folder.resolve("password"));
    Postmaster.Launch launch = port -> launched(folder, passwords, port);
    EmbeddedPostgres postgres = DataFolder.filledWhole(data, () -> launch.on(0));
    try {
      prepare(postgres, passwords);
      return new EmbeddedDatabase(
          Postmaster.over(postgres, process, launch), lock, folder, passwords);
    } catch (IOException | SQLException | RuntimeException e) {
      postgres.close();
      throw e;
    }
  }

  private static EmbeddedPostgres launched(Path folder, Passwords passwords, int port)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(folder.resolve("data"))
            .setCleanDataDirectory(false)
            .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_MAX)
            .setPort(port)
            .setConnectConfig("password", passwords.administrator())
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", folder.resolve("password").toString())
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("locale-provider", "builtin")
            .setLocaleConfig("builtin-locale", "C.UTF-8");
    SERVER.forEach(builder::setServerConfig);
    EmbeddedPostgres started = builder.start();
    privateFolder(folder.resolve("binaries")); // the library opens it to everybody
    return started;
  }

  private static void prepare(EmbeddedPostgres postgres, Passwords passwords) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      login(statement, OWNER, passwords.owner());
      login(statement, Roles.APPLICATION, passwords.application());
      create(statement, "CREATE ROLE " + Roles.SYSTEM + " NOLOGIN NOINHERIT");
      statement.execute("GRANT %s TO %s".formatted(Roles.SYSTEM, Roles.APPLICATION));
      create(statement, "CREATE DATABASE %s OWNER %s".formatted(DATABASE, OWNER));
    }
  }

  private static void login(Statement statement, String role, String password) throws SQLException {
    create(statement, "CREATE ROLE " + role + " LOGIN NOINHERIT");
    // Made of hexadecimal digits, so there is nothing to escape.
    statement.execute("ALTER ROLE %s LOGIN PASSWORD '%s'".formatted(role, password));
  }

  /** Creates what may be there already. */
  private static void create(Statement statement, String sql) throws SQLException {
    try {
      statement.execute(sql);
    } catch (SQLException e) {
      if (!Set.of("42710", "42P04").contains(String.valueOf(e.getSQLState()))) {
        throw e;
      }
    }
  }

  /** PostgreSQL refuses to run as root; with a user name space of its own it is not root. */
  private static void requireOrdinaryUser() {
    if ("root".equals(System.getProperty("user.name")) && !LinuxUtils.isUnshareAvailable()) {
      throw new DatabaseException(
          DatabaseException.Kind.NOT_STARTED,
          "PostgreSQL does not run as root, and this system allows no user name space (unshare -U)."
              + " Run as an ordinary user, or name a database in AIWIKI_DATABASE_URL");
    }
  }

  private static Path privateFolder(Path folder) throws IOException {
    Set<PosixFilePermission> mine = PosixFilePermissions.fromString("rwx------");
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(mine));
    }
    Files.setPosixFilePermissions(folder, mine);
    return folder;
  }

  /** Owns the tables. */
  Login owner() {
    return login(OWNER, passwords.owner());
  }

  /** Answers requests. */
  Login application() {
    return login(Roles.APPLICATION, passwords.application());
  }

  /** May do everything; nothing but the start and tests logs in so. */
  Login administrator() {
    return login(ADMINISTRATOR, passwords.administrator());
  }

  private Login login(String user, String password) {
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), DATABASE);
    return new Login(url, user, password, Optional.empty());
  }

  String place() {
    return "embedded PostgreSQL in " + folder;
  }

  @Override
  public void close() {
    try {
      postgres.close();
    } finally {
      lock.close();
    }
  }
}
