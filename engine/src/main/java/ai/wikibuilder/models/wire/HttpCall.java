package ai.wikibuilder.models.wire;

import ai.wikibuilder.outbound.Credential;
import java.util.Map;

/**
 * One request as it goes out. Immutable; the body is never shown.
 *
 * @param headers beside those of the credential
 */
record HttpCall(String address, Map<String, String> headers, Credential credential, String body) {
  @Override
  public String toString() {
    return "POST " + address;
  }
}
