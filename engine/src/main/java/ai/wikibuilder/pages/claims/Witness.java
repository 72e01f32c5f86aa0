package ai.wikibuilder.pages.claims;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.wikibuilder.pages.Evidence;
import ai.wikibuilder.source.SourceText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * What cited lines read when a wiki was written. Immutable.
 *
 * @param page slug of the page that cites them
 * @param digest as {@link #digest} gives it
 */
public record Witness(String page, Evidence evidence, String digest) {
  /** Hexadecimal digits kept: two texts of one repository will not share them by chance. */
  private static final int DIGIT_COUNT = 12;

  /** First digits of the SHA-256 of the lines; empty when the text has no such lines. */
  public static Optional<String> digest(SourceText text, int first, int last) {
    return first < 1 || last > text.lineCount()
        ? Optional.empty()
        : Optional.of(digest(text.lines(first, last)));
  }

  private static String digest(String lines) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(lines.getBytes(UTF_8));
      return HexFormat.of().formatHex(hash).substring(0, DIGIT_COUNT);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
