package ai.wikibuilder.server.secrets;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * A secret that is given to somebody once and kept here as its hash: a token, a cookie, a link.
 * Equal by its text; shows it to nobody by itself.
 *
 * @param text what the holder shows; 256 random bits, so a plain SHA-256 keeps it
 */
public record RandomSecret(String text) {
  private static final int BYTE_COUNT = 32;

  /** Longest text that is looked at. */
  private static final int LENGTH_MAX = 128;

  /** A new one; the prefix says what it is for, to people and to scanners of leaked keys. */
  public static RandomSecret made(SecureRandom random, String prefix) {
    byte[] bytes = new byte[BYTE_COUNT];
    random.nextBytes(bytes);
    return new RandomSecret(prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
  }

  /** What is kept. */
  public byte[] hash() {
    String shown = text.length() > LENGTH_MAX ? "" : text;
    try {
      return MessageDigest.getInstance("SHA-256").digest(shown.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return "RandomSecret";
  }
}
