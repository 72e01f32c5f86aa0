package ai.wikibuilder.server.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The key that seals all keys: a keyset, so that an old key still opens while a new one seals. A
 * file that changes is read again before the next use, so that a key is replaced while servers run.
 * Threads may share it.
 */
public final class MasterKey {
  private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

  private final SecretSettings settings;
  private final boolean isNew;
  private final KeyFile file;
  private final AtomicReference<Held> held;

  private MasterKey(SecretSettings settings, boolean isNew, Held first) {
    this.settings = settings;
    this.isNew = isNew;
    this.file = new KeyFile(settings.file());
    this.held = new AtomicReference<>(first);
  }

  /**
   * A keyset in use.
   *
   * @param seen the file it was read from; none when it was not
   * @param unproven what is in the file now, when nothing shows yet that it is ours
   */
  private record Held(
      KeysetHandle keyset,
      Aead cipher,
      Optional<KeyFile.Stamp> seen,
      Optional<KeysetHandle> unproven) {
    static Held of(KeysetHandle keyset, Optional<KeyFile.Stamp> seen)
        throws GeneralSecurityException {
      return new Held(keyset, aead(keyset), seen, Optional.empty());
    }
  }

  private static Aead aead(KeysetHandle keyset) throws GeneralSecurityException {
    return keyset.getPrimitive(RegistryConfiguration.get(), Aead.class);
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
        Held held = Held.of(KeyFile.parse(settings.key().get()), Optional.empty());
        return new MasterKey(settings, false, held);
      }
      KeyFile file = new KeyFile(settings.file());
      if (Files.exists(settings.file())) {
        Optional<KeyFile.Stamp> seen = file.stamp();
        return new MasterKey(settings, false, Held.of(file.read(), seen));
      }
      KeysetHandle made =
          KeysetHandle.newBuilder()
              .addEntry(
                  KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                      .withRandomId()
                      .makePrimary())
              .build();
      return new MasterKey(settings, true, Held.of(made, Optional.empty()));
    } catch (GeneralSecurityException | IOException e) {
      // Not as the cause: a parser's message may repeat what it read.
      throw unreadable(settings);
    }
  }

  static SecretsException unreadable(SecretSettings settings) {
    return new SecretsException(
        SecretsException.Kind.UNREADABLE_KEY,
        "%s holds no master key that can be read: expected a Tink keyset in JSON"
            .formatted(settings),
        null);
  }

  /** Whether it was made just now, so that nothing can be sealed with it yet. */
  public boolean isNew() {
    return isNew;
  }

  /** Where it is, for people. */
  public String place() {
    return settings.toString();
  }

  /** Says in the log when every user of this machine may read its file in the data folder. */
  public void warnWhenAllMayRead(Path dataFolder) {
    Path path = file.path().toAbsolutePath().normalize();
    if (settings.key().isPresent() || !path.startsWith(dataFolder.toAbsolutePath().normalize())) {
      return;
    }
    file.permissionsForAll()
        .ifPresent(found ->
            LOG.warn(
                "the master key may be read by every user of this machine: run chmod 600 {}"
                    + " permissions={}",
                path,
                found));
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
    try {
      KeysetHandle made = current().keyset();
      file.write(made);
      held.set(Held.of(made, file.stamp()));
    } catch (GeneralSecurityException | IOException e) {
      throw new SecretsException(
          SecretsException.Kind.UNREADABLE_KEY,
          "the new master key cannot be written to %s".formatted(file.path().toAbsolutePath()),
          e);
    }
  }

  /** Seals and opens with whatever keys there are when it is used. */
  Aead cipher() {
    return new Aead() {
      @Override
      public byte[] encrypt(byte[] plain, byte[] associated) throws GeneralSecurityException {
        return current().cipher().encrypt(plain, associated);
      }

      @Override
      public byte[] decrypt(byte[] sealed, byte[] associated) throws GeneralSecurityException {
        Held now = current();
        try {
          return now.cipher().decrypt(sealed, associated);
        } catch (GeneralSecurityException e) {
          if (now.unproven().isEmpty()) {
            throw e;
          }
          byte[] plain = aead(now.unproven().get()).decrypt(sealed, associated);
          held.set(Held.of(now.unproven().get(), now.seen())); // it opens what ours does not
          return plain;
        }
      }
    };
  }

  /**
   * Reads the file again when it has changed, as every use of the key does. Called by {@link
   * KeyWatch} too, so that a server nobody asks anything sees each step of a rotation.
   */
  public void refresh() {
    Held before = held.get();
    Optional<KeyFile.Stamp> now = before.seen().isPresent() ? file.stamp() : Optional.empty();
    if (now.isEmpty() || now.equals(before.seen())) {
      return;
    }
    try {
      KeysetHandle read = file.read();
      if (!isSuccessor(before.keyset(), read)) {
        LOG.error(
            "the master key in {} was replaced by one that shares no key with it; the one before is"
                + " used until something is opened with the new one",
            settings);
        held.set(new Held(before.keyset(), before.cipher(), now, Optional.of(read)));
        return;
      }
      held.set(Held.of(read, now));
      LOG.info("master key read again place={} keys={}", settings, read.size());
    } catch (GeneralSecurityException | IOException e) {
      // Somebody may be writing it at this moment; the next use looks again.
      LOG.warn("the master key in {} cannot be read at this moment", settings);
    }
  }

  /** A rotation takes keys away one by one, so a file with none of ours is somebody else's. */
  private static boolean isSuccessor(KeysetHandle before, KeysetHandle now) {
    for (int mine = 0; mine < before.size(); mine++) {
      for (int other = 0; other < now.size(); other++) {
        if (before.getAt(mine).getKey().equalsKey(now.getAt(other).getKey())) {
          return true;
        }
      }
    }
    return false;
  }

  private Held current() {
    refresh();
    return held.get();
  }
}
