package ai.wikibuilder.generations;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.generations.GenerationException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * A small text that is kept beside a wiki and read back whole or not at all. Stateless.
 *
 * <p>Three lines in UTF-8, each ended by a line feed: what it is with its version, the SHA-256 of
 * the third line in hexadecimal digits, and the text, which has no line feed. The file is replaced
 * as a whole, so that it is the old one or the new one.
 */
public final class SealedText {
  private SealedText() {}

  /**
   * The text of a file; empty when there is no such file.
   *
   * @param magic what the file is, with the version of its format
   * @throws GenerationException OUTDATED when it is something else, CORRUPT when it is damaged or
   *     cannot be read
   */
  public static Optional<String> read(Path file, String magic) {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      List<String> lines = Files.readString(file).lines().toList();
      if (lines.size() != 3 || !lines.get(0).equals(magic)) {
        throw new GenerationException(
            Kind.OUTDATED,
            "%s is not of a version this program reads; move it away to go on without it"
                .formatted(file));
      }
      if (!lines.get(1).equals(digest(lines.get(2)))) {
        throw new GenerationException(
            Kind.CORRUPT,
            "%s is damaged; restore it, or move it away to go on without it".formatted(file));
      }
      return Optional.of(lines.get(2));
    } catch (IOException e) {
      throw new GenerationException(
          Kind.CORRUPT, "cannot read %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /**
   * Writes a file, and the folders above it.
   *
   * @param text without line feeds
   * @throws GenerationException READ_ONLY or DISK_FULL when the disk refuses; the file is unchanged
   */
  public static void write(Path file, String magic, String text) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path next = file.resolveSibling(file.getFileName() + ".next");
      Files.writeString(next, magic + "\n" + digest(text) + "\n" + text + "\n");
      Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw GenerationStore.writeFailure(file, e);
    }
  }

  /** SHA-256 of a text in UTF-8, as hexadecimal digits. */
  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
