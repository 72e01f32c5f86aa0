package ai.wikibuilder.server.secrets;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file of the master key: a Tink keyset in JSON, which nobody else may read. */
record KeyFile(Path path) {
  /** Tells one content of the file from the next without reading it. */
  record Stamp(FileTime modified, long size, @Nullable Object file) {}

  /** None when there is no such file at this moment. */
  Optional<Stamp> stamp() {
    try {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return Optional.of(new Stamp(now.lastModifiedTime(), now.size(), now.fileKey()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /**
   * Its permissions when every user of this machine has the one to read it. None for a link, as a
   * mounted Kubernetes Secret is one, and on a file system without them.
   */
  Optional<String> permissionsForAll() {
    PosixFileAttributeView view =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (view == null) {
      return Optional.empty();
    }
    try {
      PosixFileAttributes now = view.readAttributes();
      return now.isRegularFile() && now.permissions().contains(PosixFilePermission.OTHERS_READ)
          ? Optional.of(PosixFilePermissions.toString(now.permissions()))
          : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  KeysetHandle read() throws GeneralSecurityException, IOException {
    return parse(Files.readString(path));
  }

  /** Either the whole of it is on the disk afterwards, or the file is as it was. */
  void write(KeysetHandle keyset) throws GeneralSecurityException, IOException {
    Path file = path.toAbsolutePath();
    var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    var alone = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    Path folder = Files.createDirectories(file.getParent(), mine);
    Path half = Files.createTempFile(folder, "master", ".new", alone);
    try {
      Files.writeString(half, text(keyset));
      if (Files.exists(file)) {
        // Whoever rotates may be another user than the server, which must be able to read it.
        Files.setOwner(half, Files.getOwner(file));
      }
      force(half, StandardOpenOption.WRITE);
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
      force(folder, StandardOpenOption.READ);
    } finally {
      Files.deleteIfExists(half);
    }
  }

  /** Rows are sealed with the key right after: it must not be lost with the power. */
  private static void force(Path written, StandardOpenOption how) throws IOException {
    try (FileChannel channel = FileChannel.open(written, how)) {
      channel.force(true);
    }
  }

  static KeysetHandle parse(String json) throws GeneralSecurityException {
    AeadConfig.register();
    return TinkJsonProtoKeysetFormat.parseKeyset(
        json, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }

  static String text(KeysetHandle keyset) throws GeneralSecurityException {
    return TinkJsonProtoKeysetFormat.serializeKeyset(
        keyset, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
  }
}
