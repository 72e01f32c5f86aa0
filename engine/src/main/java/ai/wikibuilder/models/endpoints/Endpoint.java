package ai.wikibuilder.models.endpoints;

import java.util.Optional;

/**
 * Whom to ask, where, and as whom. Immutable; the key is never shown.
 *
 * @param baseUrl without a slash at the end; judged by the guard when it is used
 * @param key goes to the host of {@code baseUrl} and to no other
 */
public record Endpoint(Provider provider, String baseUrl, Optional<String> key) {
  public Endpoint {
    baseUrl = baseUrl.strip().replaceFirst("/+$", "");
    key = key.map(String::strip).filter(text -> !text.isEmpty());
  }

  @Override
  public String toString() {
    return provider.key() + " at " + baseUrl;
  }
}
