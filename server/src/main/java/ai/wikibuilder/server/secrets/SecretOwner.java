package ai.wikibuilder.server.secrets;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Whom a secret belongs to and what it is for. A sealed secret opens for the same owner alone.
 *
 * @param tenant id of the tenant, or a word for what belongs to the installation
 * @param user id of the user, or a word for what belongs to nobody
 * @param purpose what the secret is used for, such as {@code model}
 */
public record SecretOwner(String tenant, String user, String purpose) {
  /** Version of the form below; a change of it would make everything sealed before unreadable. */
  private static final String FORM = "aiwiki-secret-1";

  /** What is the installation's own. */
  public static SecretOwner installation(String purpose) {
    return new SecretOwner("installation", "nobody", purpose);
  }

  /** Each part behind its length, so that no two owners have the same bytes. */
  byte[] associatedData() {
    List<byte[]> parts =
        List.of(FORM, tenant, user, purpose).stream()
            .map(part -> part.getBytes(StandardCharsets.UTF_8))
            .toList();
    ByteBuffer bytes =
        ByteBuffer.allocate(parts.stream().mapToInt(part -> Integer.BYTES + part.length).sum());
    parts.forEach(part -> bytes.putInt(part.length).put(part));
    return bytes.array();
  }
}
