package ai.wikibuilder.server.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class SecretBoxTest {
  private static final byte[] SECRET = "sk-planted-0123456789abcdef".getBytes(UTF_8);
  private static final SecretOwner OWNER = new SecretOwner("tenant", "user", "model");

  @TempDir Path folder;

  @Test
  void whatWasSealedOpensForItsOwnerAlsoAfterARestart() {
    byte[] sealed = box().seal(OWNER, SECRET);

    assertThat(box().open(OWNER, sealed)).isEqualTo(SECRET);
    assertThat(new String(sealed, UTF_8)).doesNotContain("planted");
  }

  @Test
  void theSameSecretIsNeverSealedAlike() {
    assertThat(box().seal(OWNER, SECRET)).isNotEqualTo(box().seal(OWNER, SECRET));
  }

  @Test
  void noChangedBitIsOpened() {
    SecretBox box = box();
    byte[] sealed = box.seal(OWNER, SECRET);
    for (int bit = 0; bit < sealed.length * 8; bit++) {
      byte[] changed = sealed.clone();
      changed[bit / 8] ^= (byte) (1 << (bit % 8));

      assertThatThrownBy(() -> box.open(OWNER, changed))
          .as("bit " + bit)
          .isInstanceOf(SecretsException.class);
    }
  }

  @Test
  void aRecordThatIsSwappedBetweenTenantsUsersOrPurposesIsNotOpened() {
    SecretBox box = box();
    byte[] sealed = box.seal(OWNER, SECRET);

    for (SecretOwner other :
        List.of(
            new SecretOwner("other", "user", "model"),
            new SecretOwner("tenant", "other", "model"),
            new SecretOwner("tenant", "user", "git"),
            new SecretOwner("tenantuser", "", "model"),
            SecretOwner.installation("model"))) {
      assertThatThrownBy(() -> box.open(other, sealed))
          .as(other.toString())
          .isInstanceOf(SecretsException.class)
          .message()
          .doesNotContain("planted");
    }
  }

  @Test
  void anotherMasterKeyOpensNothing() {
    byte[] sealed = box().seal(OWNER, SECRET);
    MasterKey other = MasterKey.find(settings(folder.resolve("other/master.json")));

    assertThatThrownBy(() -> new SecretBox(other).open(OWNER, sealed))
        .isInstanceOf(SecretsException.class);
  }

  @Test
  void aNewKeyIsWrittenWhenItIsKeptAndNobodyElseReadsIt() throws IOException {
    Path file = folder.resolve("keys/master.json");
    MasterKey made = MasterKey.find(settings(file));
    assertThat(made.isNew()).isTrue();
    assertThat(file).doesNotExist();

    made.keep();

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(MasterKey.find(settings(file)).isNew()).isFalse();
  }

  /** A backup that was put back with 0644 was used without a word. */
  @Test
  void aFileInTheDataFolderThatEveryUserMayReadIsSaid() throws IOException {
    Path file = folder.resolve("keys/master.json");
    MasterKey key = kept(file);
    Path mounted = Files.createSymbolicLink(folder.resolve("mounted.json"), file);

    assertThat(warnings(key, folder)).isEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
    assertThat(warnings(key, folder)).isEmpty();
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThat(warnings(key, folder))
        .singleElement()
        .asString()
        .contains("run chmod 600 " + file, "permissions=rw-r--r--");
    assertThat(warnings(key, folder.resolve("data"))).isEmpty();
    assertThat(warnings(MasterKey.find(settings(mounted)), folder)).isEmpty();
  }

  private static List<String> warnings(MasterKey key, Path dataFolder) {
    Logger log = (Logger) LoggerFactory.getLogger(MasterKey.class);
    ListAppender<ILoggingEvent> said = new ListAppender<>();
    said.start();
    log.addAppender(said);
    try {
      key.warnWhenAllMayRead(dataFolder);
    } finally {
      log.detachAppender(said);
    }
    return said.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }

  @Test
  void theKeyMayComeFromTheEnvironment() throws IOException {
    box();
    String key = Files.readString(folder.resolve("keys/master.json"));
    MasterKey found =
        MasterKey.find(new SecretSettings(Optional.of(key), folder.resolve("none.json")));

    assertThat(found.isNew()).isFalse();
    assertThat(found.place()).isEqualTo("secrets.master-key");
    assertThat(new SecretBox(found).open(OWNER, box().seal(OWNER, SECRET))).isEqualTo(SECRET);
  }

  /** A machine that slept through a rotation finds a file with none of the keys it knows. */
  @Test
  void aFileWithNoneOfTheKnownKeysIsTakenOnWhenItOpensSomething() {
    MasterKey slept = kept(folder.resolve("keys/master.json"));
    byte[] before = new SecretBox(slept).seal(OWNER, SECRET);
    KeySuccession next = KeySuccession.read(settings(folder.resolve("keys/master.json")));
    byte[] rewrapped = before;
    do {
      next = next.next();
      if (next.stage() == KeySuccession.Stage.PROMOTED) {
        rewrapped = next.rewrap(before);
      }
    } while (next.stage() != KeySuccession.Stage.SETTLED);
    next.write();

    assertThat(new SecretBox(slept).open(OWNER, before)).isEqualTo(SECRET);
    assertThat(new SecretBox(slept).open(OWNER, rewrapped)).isEqualTo(SECRET);
    assertThatThrownBy(() -> new SecretBox(slept).open(OWNER, before))
        .isInstanceOf(SecretsException.class);
  }

  /** What an operator who copies the wrong file would lose otherwise: all that is sealed then. */
  @Test
  void aFileOfSomebodyElseIsNotSealedWith() throws IOException {
    MasterKey running = kept(folder.resolve("keys/master.json"));
    kept(folder.resolve("other/master.json"));
    String ours = Files.readString(folder.resolve("keys/master.json"));
    Files.copy(
        folder.resolve("other/master.json"),
        folder.resolve("keys/master.json"),
        StandardCopyOption.REPLACE_EXISTING);

    byte[] sealed = new SecretBox(running).seal(OWNER, SECRET);

    Files.writeString(folder.resolve("right.json"), ours);
    MasterKey right = MasterKey.find(settings(folder.resolve("right.json")));
    assertThat(new SecretBox(right).open(OWNER, sealed)).isEqualTo(SECRET);
  }

  private static MasterKey kept(Path file) {
    MasterKey key = MasterKey.find(settings(file));
    key.keep();
    return key;
  }

  @Test
  void aFileThatIsNoKeyIsNamedAndNotShown() throws IOException {
    Path file = Files.writeString(folder.resolve("wrong.json"), "sk-planted");

    assertThatThrownBy(() -> MasterKey.find(settings(file)))
        .isInstanceOf(SecretsException.class)
        .hasMessageContaining("wrong.json")
        .hasNoCause()
        .message()
        .doesNotContain("planted");
  }

  private SecretBox box() {
    return new SecretBox(kept(folder.resolve("keys/master.json")));
  }

  private static SecretSettings settings(Path file) {
    return new SecretSettings(Optional.empty(), file);
  }
}
