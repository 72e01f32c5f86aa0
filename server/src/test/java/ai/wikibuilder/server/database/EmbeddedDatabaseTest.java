package ai.wikibuilder.server.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.jobs.Waiting;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One folder for all tests, since a first start takes seconds; each leaves it stopped. */
class EmbeddedDatabaseTest {
  @TempDir static Path home;
  private static Path folder;

  @BeforeAll
  static void firstStart() throws Exception {
    Assumptions.assumeTrue(isPostgresPossible(), "left out: root may make no user name space here");
    folder = home.resolve("postgres");
    EmbeddedDatabase.start(folder).close();
  }

  /** Asks the machine, not the product: PostgreSQL as root needs a user name space of its own. */
  private static boolean isPostgresPossible() throws Exception {
    boolean root = "root".equals(System.getProperty("user.name"));
    return !root || new ProcessBuilder("unshare", "-U", "true").start().waitFor() == 0;
  }

  @AfterAll
  static void nothingRuns() throws IOException {
    if (folder == null) {
      return;
    }
    new Orphan(folder.resolve("data"), folder.resolve("binaries")).stop();
  }

  /** A first start hung for more than a minute, over a trace of its library. */
  @Test
  void aFirstStartWithoutRoomIsRefusedAtOnceAndALaterOneIsNot() {
    Path fresh = home.resolve("fresh/data");

    assertThatThrownBy(() -> DataFolder.requireRoom(fresh, 20L << 20))
        .isInstanceOf(DatabaseException.class)
        .hasMessageContaining("20 MB are left")
        .hasMessageContaining("AIWIKI_DATA_DIR");
    assertThatCode(() -> DataFolder.requireRoom(folder.resolve("data"), 0))
        .doesNotThrowAnyException();
  }

  @Test
  void everyCommitReachesTheDiskAndNobodyElseReachesTheServer() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      Login administrator = database.administrator();

      assertThat(shown(administrator, "fsync")).isEqualTo("on");
      assertThat(shown(administrator, "synchronous_commit")).isEqualTo("on");
      assertThat(shown(administrator, "full_page_writes")).isEqualTo("on");
      assertThat(shown(administrator, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(shown(administrator, "unix_socket_directories")).isEmpty();
      assertThat(shown(administrator, "password_encryption")).isEqualTo("scram-sha-256");
    }
  }

  @Test
  void noRoleEntersWithoutItsPassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      for (Login login :
          new Login[] {database.administrator(), database.owner(), database.application()}) {
        Login guessed = new Login(login.jdbcUrl(), login.user(), "guessed", Optional.empty());
        assertThatThrownBy(() -> shown(guessed, "fsync"))
            .isInstanceOf(SQLException.class)
            .hasMessageContaining("password authentication failed");
      }
    }
  }

  @Test
  void itsFoldersAreOpenToNobodyElse() throws IOException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(database.place()).contains(folder.toString());
      for (String private_ : new String[] {"", "data", "binaries"}) {
        assertThat(
                PosixFilePermissions.toString(
                    Files.getPosixFilePermissions(folder.resolve(private_))))
            .as(private_)
            .isEqualTo("rwx------");
      }
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("password"))))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void rowsAreThereAfterARestart() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      execute(database.owner(), "CREATE TABLE kept (line text)");
      execute(database.owner(), "INSERT INTO kept VALUES ('still there')");
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(first(database.owner(), "SELECT line FROM kept")).isEqualTo("still there");
      execute(database.owner(), "DROP TABLE kept");
    }
  }

  /** What kill -9 of a server leaves: PostgreSQL goes on and its note lies there. */
  @Test
  void anOrphanIsStoppedAtTheNextStart() throws IOException, SQLException, InterruptedException {
    Process killed =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledServer.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    assertThat(killed.waitFor()).isEqualTo(KilledServer.EXIT);
    String left = note();
    assertThat(answers(left)).isTrue();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThat(note()).isNotEqualTo(left);
      assertThat(answers(left)).isFalse();
      assertThat(first(database.owner(), "SELECT count(*) FROM orphaned")).isEqualTo("0");
      execute(database.owner(), "DROP TABLE orphaned");
    }
  }

  /** It ends so by itself when its log finds no room on the disk. */
  @Test
  void whatEndsWithoutBeingToldToRunsAgainOnTheSamePortWithEveryRow() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      execute(database.owner(), "CREATE TABLE kept (line text)");
      execute(database.owner(), "INSERT INTO kept VALUES ('still there')");
      long process = Long.parseLong(note().lines().findFirst().orElseThrow().strip());

      assertThat(ProcessHandle.of(process).orElseThrow().destroyForcibly()).isTrue();

      Waiting.until(() -> isThere(database), there -> there);
      assertThat(note().lines().findFirst()).isNotEqualTo(Optional.of(Long.toString(process)));
      assertThat(first(database.owner(), "SELECT line FROM kept")).isEqualTo("still there");
      assertThat(first(database.application(), "SELECT 1")).isEqualTo("1");
      execute(database.owner(), "DROP TABLE kept");
    }
    assertThat(folder.resolve("data/postmaster.pid")).doesNotExist();
  }

  /** Not before the one that was killed is gone. */
  private static boolean isThere(EmbeddedDatabase database) {
    try {
      return first(database.owner(), "SELECT line FROM kept").equals("still there");
    } catch (SQLException e) {
      return false;
    }
  }

  /** The number in the note may be somebody else's by now. */
  @Test
  void aNoteThatNamesAnotherProcessStopsNobody() throws IOException {
    long thisProcess = ProcessHandle.current().pid();
    Files.writeString(folder.resolve("data/postmaster.pid"), thisProcess + "\n");

    EmbeddedDatabase.start(folder).close();

    assertThat(ProcessHandle.current().isAlive()).isTrue();
  }

  @Test
  void aFolderIsUsedByOneServerAtATime() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(folder)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(folder))
          .isInstanceOfSatisfying(
              DatabaseException.class,
              e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.FOLDER))
          .hasMessageContaining("another server uses")
          .hasMessageContaining("AIWIKI_DATA_DIR");
      assertThat(database.place()).isNotEmpty();
    }
  }

  @Test
  void aFolderOfAnotherMajorVersionIsRefusedWithTheStepsAndNotTouched() throws IOException {
    Path other = Files.createDirectories(home.resolve("older/data"));
    Files.writeString(other.resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(home.resolve("older")))
        .isInstanceOfSatisfying(
            DatabaseException.class,
            e -> assertThat(e.kind()).isEqualTo(DatabaseException.Kind.FOLDER))
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("pg_dump")
        .hasMessageContaining("pg_restore");
    try (Stream<Path> files = Files.list(other)) {
      assertThat(files).containsExactly(other.resolve("PG_VERSION"));
    }
  }

  @Test
  void whatAKilledFirstStartLeftIsMadeAnew() throws IOException, SQLException {
    Path half = home.resolve("half");
    Files.createDirectories(half.resolve("data/base"));
    Files.writeString(half.resolve("data/postgresql.conf"), "");
    Files.writeString(half.resolve("data.unfinished"), "");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(half)) {
      assertThat(first(database.owner(), "SELECT 1")).isEqualTo("1");
    }
    assertThat(half.resolve("data.unfinished")).doesNotExist();
  }

  private static String note() throws IOException {
    return Files.readString(folder.resolve("data/postmaster.pid"));
  }

  /** Whether somebody listens on the port of the note, its fourth line. */
  private static boolean answers(String note) {
    int port = Integer.parseInt(note.lines().skip(3).findFirst().orElseThrow().strip());
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  private static String shown(Login login, String setting) throws SQLException {
    return first(login, "SHOW " + setting);
  }

  static String first(Login login, String question) throws SQLException {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(question)) {
      row.next();
      return row.getString(1);
    }
  }

  static void execute(Login login, String sql) throws SQLException {
    try (Connection connection = connect(login);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static Connection connect(Login login) throws SQLException {
    return DriverManager.getConnection(login.jdbcUrl(), login.user(), login.password());
  }
}
