package ai.wikibuilder.source.patterns;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Locale;
import java.util.Optional;

/** Which names of a repository may be shown to people and written into links. */
public final class SafeNames {
  /** Bytes of one name; no file system in use takes more, and a longer one is a trick. */
  private static final int NAME_BYTES_MAX = 255 * 4;

  private SafeNames() {}

  /** One part of a path as text, empty when it is not a name that may be used. */
  public static Optional<String> decode(byte[] raw, int offset, int length) {
    if (length > NAME_BYTES_MAX) {
      return Optional.empty();
    }
    try {
      String name = UTF_8.newDecoder().decode(ByteBuffer.wrap(raw, offset, length)).toString();
      return isSafe(name) ? Optional.of(name) : Optional.empty();
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  /** Whether one part of a path is an ordinary name. */
  public static boolean isSafe(String name) {
    if (name.isEmpty() || name.equals(".") || name.equals("..") || isGitFolder(name)) {
      return false;
    }
    return name.codePoints().noneMatch(SafeNames::isDeceptive);
  }

  /** Also the spellings that Windows and macOS take for {@code .git}. */
  private static boolean isGitFolder(String name) {
    if (name.charAt(0) != '.' && name.charAt(0) != 'g' && name.charAt(0) != 'G') {
      return false;
    }
    String plain = name.toLowerCase(Locale.ROOT).replaceAll("[. \\u200b-\\u200d\\ufeff]+$", "");
    return plain.equals(".git") || plain.equals("git~1") || plain.startsWith(".git:");
  }

  private static boolean isDeceptive(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          true;
      // Joiners are part of ordinary words and of emoji; the other invisible marks are not.
      case Character.FORMAT -> character != 0x200C && character != 0x200D;
      default -> character == '/' || character == '\\';
    };
  }
}
