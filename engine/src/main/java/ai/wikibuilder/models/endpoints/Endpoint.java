package ai.wikibuilder.models.endpoints;

import java.util.Optional;

/**
 * Whom to ask, where, and as whom. Immutable; the key is never shown.
 *
 * @param baseUrl without a slash at the end, and without what every request adds to it; judged by
 *     the guard when it is used
 * @param key goes to the host of {@code baseUrl} and to no other
 */
public record Endpoint(Provider provider, String baseUrl, Optional<String> key) {
  public Endpoint {
    baseUrl = base(provider, baseUrl.strip().replaceFirst("/+$", ""));
    key = key.map(String::strip).filter(text -> !text.isEmpty());
  }

  /** People copy the address of a request, or one with the version that requests name anyway. */
  private static String base(Provider provider, String url) {
    for (String added : provider.dialect().added()) {
      if (url.endsWith(added)) {
        return url.substring(0, url.length() - added.length());
      }
    }
    return url;
  }

  @Override
  public String toString() {
    return provider.key() + " at " + baseUrl;
  }
}
