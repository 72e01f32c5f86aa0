package ai.wikibuilder.server.rotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.models.endpoints.Provider;
import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.ServerSettings;
import ai.wikibuilder.server.api.ApiClient;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.database.Database;
import ai.wikibuilder.server.git.GitCredentials;
import ai.wikibuilder.server.git.GitHost;
import ai.wikibuilder.server.git.GrantedToken;
import ai.wikibuilder.server.keys.ModelKeys;
import ai.wikibuilder.server.keys.OwnModel;
import ai.wikibuilder.server.rotation.MasterKeyRotation.Pace;
import ai.wikibuilder.server.secrets.KeySuccession;
import ai.wikibuilder.server.secrets.KeySuccession.Stage;
import ai.wikibuilder.server.secrets.MasterKey;
import ai.wikibuilder.server.secrets.RotationTurn;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretOwner;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;

/** The key of the running server that all tests share is replaced under it. */
@ExtendWith(RunningServer.class)
class MasterKeyRotationTest {
  private static final GitHost HOST = new GitHost("git.example.org");
  private static final int WRITER_COUNT = 8;

  @TempDir Path folder;

  private final List<String> told = new ArrayList<>();

  private Server server;
  private Cast cast;
  private SecretSettings settings;
  private SealedRows rows;

  @BeforeEach
  void onTheServer(Server running) {
    server = running;
    cast = new Cast(running);
    settings = cast.part(ServerSettings.class).secrets();
    rows = new SealedRows(cast.part(SystemTransactions.class));
  }

  @Test
  void everythingIsUnderTheNewKeyAndTheFileHoldsNoOther() throws IOException {
    Cast.Person person = sealing("sk-before-1234");
    String before = KeySuccession.read(settings).newestPrefix().toString();

    told.clear();
    MasterKeyRotation.Outcome outcome = rotation(settings, _ -> {}).rotate();

    assertThat(told)
        .contains("a new key is added", "the old key is destroyed")
        .anyMatch(line -> line.matches("git tokens wrapped anew: [1-9]\\d*"));
    KeySuccession after = KeySuccession.read(settings);
    assertThat(after.stage()).isEqualTo(Stage.SETTLED);
    assertThat(outcome.key()).isEqualTo(after.newestPrefix().toString()).isNotEqualTo(before);
    assertThat(outcome.rewrapped()).isGreaterThanOrEqualTo(4); // each kind of sealed value
    assertThat(rows.countBeside(List.of(after.newestPrefix()))).isZero();
    assertThat(Files.readString(settings.file())).doesNotContain(before);
    requireOpen(person, "sk-before-1234");
  }

  @Test
  void eightWritersAndReadersMeetNoErrorWhileTheKeyIsReplaced() throws Exception {
    AtomicBoolean done = new AtomicBoolean();
    AtomicInteger written = new AtomicInteger();
    List<Future<?>> writers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int count = 0; count < WRITER_COUNT; count++) {
        Cast.Person person = cast.person();
        writers.add(threads.submit(() -> writeAndRead(person, done, written)));
      }
      try {
        Pace pace = new Pace(Duration.ofMillis(400), 3, _ -> {}, _ -> {});
        new MasterKeyRotation(cast.part(Database.class), settings, pace).rotate();
        new MasterKeyRotation(cast.part(Database.class), settings, pace).rotate();
      } finally {
        done.set(true);
      }
      for (Future<?> writer : writers) {
        writer.get(); // throws what the writer threw
      }
    }

    KeySuccession after = KeySuccession.read(settings);
    assertThat(written.get()).isGreaterThan(WRITER_COUNT * 10);
    assertThat(rows.countBeside(List.of(after.newestPrefix()))).isZero();
  }

  private void writeAndRead(Cast.Person person, AtomicBoolean done, AtomicInteger written) {
    ModelKeys keys = cast.part(ModelKeys.class);
    ApiClient api = new ApiClient(server.address());
    for (int turn = 0; !done.get(); turn++) {
      String key = "sk-turn-%08d".formatted(turn);
      keys.put(person.account().personalTenant(), person.id(), own(key));
      assertThat(keys.open(person.account().personalTenant(), person.id())).contains(own(key));
      assertThat(api.get("/api/sessions", person.token()).status()).isEqualTo(200);
      written.incrementAndGet();
    }
  }

  /** What a user would see otherwise: a key that was left here and can never be used again. */
  @Test
  void stoppedAnywhereEverythingOpensAndTheNextRotationGoesOn() {
    Cast.Person person = sealing("sk-stopped-1234");
    int points = countSteps();
    assertThat(points).isGreaterThanOrEqualTo(20);
    for (int point = 1; point <= points; point++) {
      int last = point;
      AtomicInteger count = new AtomicInteger();

      assertThatThrownBy(() ->
              rotation(
                      settings,
                      _ -> {
                        if (count.incrementAndGet() == last) {
                          throw new Stop();
                        }
                      })
                  .rotate())
          .isInstanceOf(Stop.class);

      requireOpen(person, "sk-stopped-1234");
      assertThat(new SecretBox(MasterKey.find(settings)).open(owner(person), sealed(person)))
          .as("point " + point)
          .asString()
          .isEqualTo("sk-stopped-1234");
      rotation(settings, _ -> {}).rotate();
      KeySuccession after = KeySuccession.read(settings);
      assertThat(after.stage()).isEqualTo(Stage.SETTLED);
      assertThat(rows.countBeside(List.of(after.newestPrefix()))).isZero();
    }
    requireOpen(person, "sk-stopped-1234");
  }

  private int countSteps() {
    AtomicInteger count = new AtomicInteger();
    rotation(settings, _ -> count.incrementAndGet()).rotate();
    return count.get();
  }

  /** As a server that starts now would read it. */
  private byte[] sealed(Cast.Person person) {
    return cast.part(SystemTransactions.class)
        .run(rows ->
            rows.sql("SELECT sealed_key FROM model_keys WHERE user_id = :user")
                .param("user", person.id().value())
                .query((row, _) -> row.getBytes(1))
                .single());
  }

  private static SecretOwner owner(Cast.Person person) {
    return new SecretOwner(
        person.account().personalTenant().toString(), person.id().toString(), "model");
  }

  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @Test
  void anotherKeyIsRefusedAndNothingChanges() throws IOException {
    sealing("sk-other-1234");
    MasterKey.find(elsewhere()).keep();
    String other = Files.readString(elsewhere().file());
    String right = Files.readString(settings.file());

    assertThatThrownBy(() -> rotation(elsewhere(), _ -> {}).rotate())
        .isInstanceOf(RotationException.class)
        .hasMessageContaining("Nothing was changed")
        .extracting(failure -> ((RotationException) failure).kind())
        .isEqualTo(RotationException.Kind.WRONG_KEY);
    assertThat(elsewhere().file()).hasContent(other);
    assertThat(settings.file()).hasContent(right);
    assertThat(rows.countBeside(List.of(KeySuccession.read(settings).newestPrefix()))).isZero();
  }

  @Test
  void twoRotationsTakeTurns() {
    try (RotationTurn _ = RotationTurn.take(settings).orElseThrow()) {
      assertThatThrownBy(() -> rotation(settings, _ -> {}).rotate())
          .isInstanceOf(RotationException.class)
          .extracting(failure -> ((RotationException) failure).kind())
          .isEqualTo(RotationException.Kind.IN_TURN);
    }
  }

  /** As with a key in the environment: each keyset is put in place by hand, servers restart. */
  @Test
  void aKeyThatCannotBeWrittenIsReplacedInFourSteps() throws IOException {
    Cast.Person person = sealing("sk-environment-1234");
    assertThatThrownBy(() -> rotation(inEnvironment(), _ -> {}).rotate())
        .hasMessageContaining("aiwiki master-key next");

    List<Stage> stages = new ArrayList<>();
    do {
      KeySuccession next = rotation(inEnvironment(), _ -> {}).next();
      next.write(); // the operator's part
      cast.part(MasterKey.class).refresh();
      stages.add(next.stage());
      requireOpen(person, "sk-environment-1234");
    } while (stages.getLast() != Stage.SETTLED);

    assertThat(stages).containsExactly(Stage.ADDED, Stage.PROMOTED, Stage.DISABLED, Stage.SETTLED);
    assertThat(rows.countBeside(List.of(KeySuccession.read(settings).newestPrefix()))).isZero();
  }

  /** A server that was not restarted seals with a key that is about to be destroyed. */
  @Test
  void aServerWithTheOldKeyCannotLeaveARowThatNobodyOpens() throws IOException {
    Cast.Person person = sealing("sk-late-1234");
    SecretBox late = new SecretBox(MasterKey.find(inEnvironment()));
    byte[] sealed = late.seal(owner(person), "sk-too-late-1234".getBytes(StandardCharsets.UTF_8));

    rotation(settings, _ -> {}).rotate();

    assertThatThrownBy(() ->
            cast.part(SystemTransactions.class)
                .run(rows ->
                    rows.sql("UPDATE model_keys SET sealed_key = :sealed WHERE user_id = :user")
                        .param("sealed", sealed)
                        .param("user", person.id().value())
                        .update()))
        .isInstanceOf(DataAccessException.class)
        .hasMessageContaining("retired");
    requireOpen(person, "sk-late-1234");
  }

  @Test
  void everySealedColumnRefusesARetiredKey() {
    List<String> guarded =
        cast.part(SystemTransactions.class)
            .run(rows ->
                rows.sql(
                        """
                        SELECT tgrelid::regclass::text || '.' || substr(tgname, length('retired_') + 1)
                        FROM pg_trigger WHERE tgname LIKE 'retired\\_sealed\\_%' AND tgenabled = 'O'
                        """)
                    .query((row, _) -> row.getString(1))
                    .list());

    assertThat(rows.columns())
        .extracting(SealedColumn::toString)
        .contains("signing_keys.sealed_private_key", "git_credentials.sealed_refresh")
        .containsExactlyInAnyOrderElementsOf(guarded);
    assertThat(rows.columns()).allMatch(column -> !column.told().contains("sealed_"));
  }

  /** Whatever is left here in one of every kind. */
  private Cast.Person sealing(String key) {
    Cast.Person person = cast.person();
    var tenant = person.account().personalTenant();
    cast.part(ModelKeys.class).put(tenant, person.id(), own(key));
    cast.part(GitCredentials.class)
        .putGranted(
            tenant,
            person.id(),
            HOST,
            new GrantedToken("forge", key, Optional.of(key), Optional.empty()));
    return person;
  }

  private void requireOpen(Cast.Person person, String key) {
    var tenant = person.account().personalTenant();
    assertThat(cast.part(ModelKeys.class).open(tenant, person.id())).contains(own(key));
    assertThat(cast.part(GitCredentials.class).tokenFor(tenant, person.id(), HOST)).contains(key);
    assertThat(new ApiClient(server.address()).get("/api/sessions", person.token()).status())
        .isEqualTo(200);
  }

  private MasterKeyRotation rotation(SecretSettings of, MasterKeyRotation.Steps steps) {
    return new MasterKeyRotation(
        cast.part(Database.class),
        of,
        new Pace(
            Duration.ofMillis(1),
            100,
            step -> {
              cast.part(MasterKey.class).refresh(); // what the server does every other second
              steps.reached(step);
            },
            told::add));
  }

  private SecretSettings elsewhere() {
    return new SecretSettings(Optional.empty(), folder.resolve("other.json"));
  }

  private SecretSettings inEnvironment() throws IOException {
    return new SecretSettings(Optional.of(Files.readString(settings.file())), settings.file());
  }

  private static OwnModel own(String key) {
    return new OwnModel(Provider.OPENAI, key, "m", "m");
  }
}
