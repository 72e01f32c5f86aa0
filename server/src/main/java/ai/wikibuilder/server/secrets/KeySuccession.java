package ai.wikibuilder.server.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * A master key on its way to the next one. Where it is on that way is read from the keyset alone,
 * whose last key is the newest: so a rotation that was stopped goes on from the file. Immutable.
 */
public final class KeySuccession {
  private static final byte[] NOTHING = {};

  private final SecretSettings settings;
  private final KeysetHandle keyset;

  private KeySuccession(SecretSettings settings, KeysetHandle keyset) {
    this.settings = settings;
    this.keyset = keyset;
  }

  /** Where a keyset is on its way. */
  public enum Stage {
    /** One key: it seals and opens. */
    SETTLED,
    /** A new key opens; every server must know it before the first row is sealed with it. */
    ADDED,
    /** The new key seals, the old ones open what they sealed. */
    PROMOTED,
    /** The old ones open nothing any more and are still there. */
    DISABLED
  }

  /**
   * Reads the key as it is now.
   *
   * @throws SecretsException UNREADABLE_KEY when there is none, or one that names itself in no row
   */
  public static KeySuccession read(SecretSettings settings) {
    try {
      KeysetHandle keyset =
          settings.key().isPresent()
              ? KeyFile.parse(settings.key().get())
              : new KeyFile(settings.file()).read();
      KeySuccession succession = new KeySuccession(settings, keyset);
      succession.prefixes();
      return succession;
    } catch (GeneralSecurityException | IOException | ClassCastException e) {
      // Not as the cause: a parser's message may repeat what it read.
      throw MasterKey.unreadable(settings);
    }
  }

  public Stage stage() {
    if (keyset.size() == 1) {
      return Stage.SETTLED;
    }
    if (!keyset.getAt(newest()).isPrimary()) {
      return Stage.ADDED;
    }
    for (int index = 0; index < newest(); index++) {
      if (keyset.getAt(index).getStatus() == KeyStatus.ENABLED) {
        return Stage.PROMOTED;
      }
    }
    return Stage.DISABLED;
  }

  private int newest() {
    return keyset.size() - 1;
  }

  /** The keyset one step further. Nothing is written. */
  public KeySuccession next() {
    try {
      KeysetHandle.Builder builder = KeysetHandle.newBuilder(keyset);
      switch (stage()) {
        case SETTLED ->
            builder.addEntry(
                KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                    .withRandomId());
        case ADDED -> builder.getAt(newest()).makePrimary();
        case PROMOTED -> {
          for (int index = 0; index < newest(); index++) {
            builder.getAt(index).setStatus(KeyStatus.DISABLED);
          }
        }
        case DISABLED -> {
          for (int index = newest() - 1; index >= 0; index--) {
            builder.deleteAt(index);
          }
        }
      }
      return new KeySuccession(settings, builder.build());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset that was read can be taken a step further", e);
    }
  }

  /** Whether {@link #write()} could work: the key is in a file, and its folder can be written. */
  public boolean isWritable() {
    return settings.key().isEmpty()
        && Files.isWritable(settings.file().toAbsolutePath().getParent())
        && !Files.isSymbolicLink(settings.file());
  }

  /**
   * Puts the keyset into its file; servers read it before their next use.
   *
   * @throws SecretsException UNREADABLE_KEY when it cannot be written; the file is as it was then
   */
  public void write() {
    try {
      new KeyFile(settings.file()).write(keyset);
    } catch (GeneralSecurityException | IOException e) {
      throw new SecretsException(
          SecretsException.Kind.UNREADABLE_KEY,
          "the master key cannot be written to %s; it is as it was"
              .formatted(settings.file().toAbsolutePath()),
          e);
    }
  }

  /** The keyset as JSON: a secret. */
  public String text() {
    try {
      return KeyFile.text(keyset);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a keyset that was read can be written", e);
    }
  }

  /** Where the key is, for people. */
  public String place() {
    return settings.toString();
  }

  /** What stands in each row that the newest key sealed. */
  public KeyPrefix newestPrefix() {
    return prefixes().getLast();
  }

  /** What stands in rows that the other keys sealed. */
  public List<KeyPrefix> olderPrefixes() {
    List<KeyPrefix> all = prefixes();
    return all.subList(0, all.size() - 1);
  }

  private List<KeyPrefix> prefixes() {
    List<KeyPrefix> prefixes = new ArrayList<>();
    for (int index = 0; index < keyset.size(); index++) {
      byte[] prefix = ((AeadKey) keyset.getAt(index).getKey()).getOutputPrefix().toByteArray();
      if (prefix.length != KeyPrefix.BYTE_COUNT) {
        throw MasterKey.unreadable(settings);
      }
      prefixes.add(new KeyPrefix(HexFormat.of().formatHex(prefix)));
    }
    return List.copyOf(prefixes);
  }

  /**
   * The same secret under the newest key. What is wrapped anew is the key of the secret alone: the
   * secret itself is neither opened nor touched, and stays bound to its owner.
   *
   * @throws SecretsException NOT_OPENED when none of the keys wrapped it
   */
  public byte[] rewrap(byte[] sealed) {
    try {
      Aead cipher = keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
      WrappedKey wrapped = WrappedKey.of(sealed);
      return wrapped.with(cipher.encrypt(cipher.decrypt(wrapped.key(), NOTHING), NOTHING));
    } catch (GeneralSecurityException e) {
      throw new SecretsException(
          SecretsException.Kind.NOT_OPENED, "a sealed row does not open with the master key", e);
    }
  }
}
