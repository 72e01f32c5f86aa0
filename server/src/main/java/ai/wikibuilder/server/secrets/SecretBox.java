package ai.wikibuilder.server.secrets;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.aead.KmsEnvelopeAead;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;

/**
 * Seals and opens secrets. Each gets an AES-256-GCM key of its own, which stands before it,
 * encrypted with the master key. Threads may share it.
 */
public final class SecretBox {
  /** Longest secret: a private key or a token is a few kilobytes. */
  private static final int BYTE_COUNT_MAX = 16 * 1024;

  private final Aead envelope;

  public SecretBox(MasterKey master) {
    try {
      this.envelope = KmsEnvelopeAead.create(PredefinedAeadParameters.AES256_GCM, master.cipher());
    } catch (GeneralSecurityException e) {
      throw new SecretsException(
          SecretsException.Kind.UNREADABLE_KEY, "the master key cannot encrypt", e);
    }
  }

  /**
   * The secret, sealed for its owner.
   *
   * @throws IllegalArgumentException when it is longer than a secret is
   */
  public byte[] seal(SecretOwner owner, byte[] secret) {
    if (secret.length > BYTE_COUNT_MAX) {
      throw new IllegalArgumentException(
          "a secret has at most %d bytes, got %d".formatted(BYTE_COUNT_MAX, secret.length));
    }
    try {
      return envelope.encrypt(secret, owner.associatedData());
    } catch (GeneralSecurityException e) {
      throw new SecretsException(SecretsException.Kind.NOT_OPENED, "a secret was not sealed", e);
    }
  }

  /**
   * The secret as it was sealed.
   *
   * @throws SecretsException NOT_OPENED when a bit of it changed, it was sealed for another owner
   *     or with another master key
   */
  public byte[] open(SecretOwner owner, byte[] sealed) {
    try {
      return envelope.decrypt(sealed, owner.associatedData());
    } catch (GeneralSecurityException e) {
      throw new SecretsException(
          SecretsException.Kind.NOT_OPENED,
          "a secret for %s does not open; was it stored for somebody else?"
              .formatted(owner.purpose()),
          e);
    }
  }
}
