package ai.wikibuilder.index.vectors;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The first half of the SHA-256 of a text: equal keys are equal texts. */
record TextKey(long high, long low) {
  static final int BYTES = 2 * Long.BYTES;

  static TextKey of(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(digest);
      return new TextKey(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
