package ai.wikibuilder.server.providers;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One provider, as the operator named it. Immutable; shows no secret.
 *
 * @param name in addresses: {@code github}, {@code gitlab} or what the operator called it
 * @param label on the button
 * @param site address of the provider, of a GitHub or GitLab of one's own too; for OpenID Connect
 *     its issuer, letter for letter. Identities are kept under it, so that a name in the
 *     configuration that leads elsewhere one day lets nobody else in
 */
public record ProviderSettings(
    String name, Kind kind, String label, URI site, String clientId, String clientSecret) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,30}");
  private static final String GITHUB = "https://github.com";

  /** What a provider speaks. */
  public enum Kind {
    /** OAuth and an API of its own. */
    GITHUB,
    /** OpenID Connect, and an API that lists repositories. */
    GITLAB,
    /** OpenID Connect. */
    OIDC
  }

  public ProviderSettings {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "the name of a login provider: expected lower-case letters, digits and hyphens, got "
              + name);
    }
    if (site.getHost() == null || site.getQuery() != null || site.getFragment() != null) {
      throw new IllegalArgumentException(
          "login." + name + ": expected an address such as https://id.example.org, got " + site);
    }
    if (clientId.isBlank() || clientSecret.isBlank()) {
      throw new IllegalArgumentException(
          "login." + name + ": both the client's id and its secret are needed");
    }
  }

  /** Under what identities of this provider are kept. */
  public String authority() {
    return site.toString();
  }

  /** Host of git addresses there; none where there are no repositories. */
  public Optional<String> gitHost() {
    return kind == Kind.OIDC
        ? Optional.empty()
        : Optional.of(site.getHost() + (site.getPort() < 0 ? "" : ":" + site.getPort()));
  }

  /** Where the API of a GitHub or GitLab is. */
  URI api() {
    return switch (kind) {
      case GITHUB ->
          site.toString().equals(GITHUB)
              ? URI.create("https://api.github.com")
              : URI.create(plain() + "/api/v3");
      case GITLAB, OIDC -> URI.create(plain() + "/api/v4");
    };
  }

  /** An address below the site. */
  URI at(String path) {
    return URI.create(plain() + path);
  }

  private String plain() {
    return site.toString().replaceFirst("/$", "");
  }

  @Override
  public String toString() {
    return "login provider " + name + " at " + site;
  }
}
