package ai.wikibuilder.server.accounts.tokens;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.server.RunningServer;
import ai.wikibuilder.server.Server;
import ai.wikibuilder.server.api.Cast;
import ai.wikibuilder.server.secrets.MasterKey;
import ai.wikibuilder.server.secrets.SecretBox;
import ai.wikibuilder.server.secrets.SecretSettings;
import ai.wikibuilder.server.secrets.SecretsException;
import ai.wikibuilder.server.tenants.SystemTransactions;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(RunningServer.class)
class SigningKeysTest {
  @TempDir Path folder;

  /** The key of another installation, and one that would be made because the file was lost. */
  @Test
  void aMasterKeyThatDidNotSealTheRowsStopsTheStartAndChangesNothing(Server server) {
    Cast cast = new Cast(server);
    String before = cast.part(SigningKeys.class).publicKeys();
    Path lost = folder.resolve("lost.json");
    MasterKey made = MasterKey.find(new SecretSettings(Optional.empty(), lost));
    Path other = folder.resolve("other.json");
    MasterKey.find(new SecretSettings(Optional.empty(), other)).keep();
    MasterKey foreign = MasterKey.find(new SecretSettings(Optional.empty(), other));

    for (MasterKey key : new MasterKey[] {made, foreign}) {
      SigningKeys keys =
          new SigningKeys(
              cast.part(SystemTransactions.class), new SecretBox(key), Clock.systemUTC());
      assertThatThrownBy(() -> keys.prepare(key))
          .isInstanceOfSatisfying(
              SecretsException.class,
              e -> assertThat(e.kind()).isEqualTo(SecretsException.Kind.WRONG_KEY))
          .hasMessageContaining("Nothing was changed")
          .hasMessageContaining("secrets.master-key-file");
    }

    assertThat(lost).as("no new key beside rows that it does not open").doesNotExist();
    assertThat(cast.part(SigningKeys.class).publicKeys()).isEqualTo(before);
  }
}
