package ai.wikibuilder.server.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;

/**
 * The key that seals all keys: a keyset, so that an old key still opens while a new one seals.
 * Threads may share it.
 */
public final class MasterKey {
  private final KeysetHandle keyset;
  private final SecretSettings settings;
  private final boolean isNew;

  private MasterKey(KeysetHandle keyset, SecretSettings settings, boolean isNew) {
    this.keyset = keyset;
    this.settings = settings;
    this.isNew = isNew;
  }

  /**
   * Reads the key from where the settings say, or makes a new one when there is none; that one is
   * written by {@link #keep()} alone.
   *
   * @throws SecretsException UNREADABLE_KEY when there is something else
   */
  public static MasterKey find(SecretSettings settings) {
    try {
      AeadConfig.register();
      if (settings.key().isPresent()) {
        return new MasterKey(parse(settings.key().get()), settings, false);
      }
      if (Files.exists(settings.file())) {
        return new MasterKey(parse(Files.readString(settings.file())), settings, false);
      }
      KeysetHandle made =
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      return new MasterKey(made, settings, true);
    } catch (GeneralSecurityException | IOException e) {
      // Not as the cause: a parser's message may repeat what it read.
      throw new SecretsException(
          SecretsException.Kind.UNREADABLE_KEY,
          "%s holds no master key that can be read: expected a Tink keyset in JSON"
              .formatted(settings),
          null);
    }
  }

  private static KeysetHandle parse(String json) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  /** Whether it was made just now, so that nothing can be sealed with it yet. */
  public boolean isNew() {
    return isNew;
  }

  /** Where it is, for people. */
  public String place() {
    return settings.toString();
  }

  /**
   * Writes a new key into its file, which nobody else can read; does nothing for one that was
   * found.
   *
   * @throws SecretsException UNREADABLE_KEY when it cannot be written
   */
  public void keep() {
    if (!isNew) {
      return;
    }
    Path file = settings.file().toAbsolutePath();
    try {
      var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
      var alone =
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
      Path folder = Files.createDirectories(file.getParent(), mine);
      Path half = Files.createTempFile(folder, "master", ".new", alone);
      Files.writeString(
          half,
          TinkJsonProtoKeysetFormat.serializeKeyset(
              keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get()));
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (GeneralSecurityException | IOException e) {
      throw new SecretsException(
          SecretsException.Kind.UNREADABLE_KEY,
          "the new master key cannot be written to %s".formatted(file),
          e);
    }
  }

  Aead cipher() throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
  }
}
