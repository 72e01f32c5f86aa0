package ai.wikibuilder.outbound;

import java.util.Map;

/**
 * What proves to one host who asks. Immutable; never shown.
 *
 * @param headers names and values, as sent
 */
public record Credential(Map<String, String> headers) {
  public Credential {
    headers = Map.copyOf(headers);
  }

  /** Nobody in particular asks. */
  public static Credential none() {
    return new Credential(Map.of());
  }

  /** The usual header. */
  public static Credential authorization(String value) {
    return new Credential(Map.of("Authorization", value));
  }

  @Override
  public String toString() {
    return headers.isEmpty() ? "no credential" : "a credential";
  }
}
