package ai.wikibuilder.server.secrets;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/**
 * A sealed secret in its two parts, as Tink's envelope has them: the length of the wrapped key in
 * four bytes, the wrapped key, the secret under that key.
 */
final class WrappedKey {
  private final byte[] key;
  private final byte[] secret;

  private WrappedKey(byte[] key, byte[] secret) {
    this.key = key;
    this.secret = secret;
  }

  static WrappedKey of(byte[] sealed) throws GeneralSecurityException {
    if (sealed.length < Integer.BYTES) {
      throw new GeneralSecurityException("too short");
    }
    ByteBuffer bytes = ByteBuffer.wrap(sealed);
    int length = bytes.getInt();
    if (length < 1 || length > bytes.remaining()) {
      throw new GeneralSecurityException("a length that is none");
    }
    byte[] key = new byte[length];
    bytes.get(key);
    byte[] secret = new byte[bytes.remaining()];
    bytes.get(secret);
    return new WrappedKey(key, secret);
  }

  byte[] key() {
    return key.clone();
  }

  /** The same secret behind its key in another wrapping. */
  byte[] with(byte[] wrappedAnew) {
    return ByteBuffer.allocate(Integer.BYTES + wrappedAnew.length + secret.length)
        .putInt(wrappedAnew.length)
        .put(wrappedAnew)
        .put(secret)
        .array();
  }
}
