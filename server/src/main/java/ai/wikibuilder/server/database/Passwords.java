package ai.wikibuilder.server.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** Passwords of the embedded database: 32 random bytes as hexadecimal digits. */
record Passwords(String administrator, String owner, String application) {
  private static final int BYTE_COUNT = 32;

  /**
   * The administrator's from the file, which is made when there is none and nobody else can read;
   * those of the two roles are new at each start and kept nowhere.
   */
  static Passwords kept(Path file) throws IOException {
    if (!Files.exists(file)) {
      Path half =
          Files.createTempFile(
              file.toAbsolutePath().getParent(),
              "password",
              ".new",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(half, random() + "\n");
      Files.move(half, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return new Passwords(Files.readString(file).strip(), random(), random());
  }

  private static String random() {
    byte[] bytes = new byte[BYTE_COUNT];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public String toString() {
    return "Passwords";
  }
}
