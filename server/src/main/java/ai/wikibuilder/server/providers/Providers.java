package ai.wikibuilder.server.providers;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The providers the operator has named. Immutable. */
public final class Providers {
  private final Map<String, ProviderSettings> byName = new LinkedHashMap<>();

  /**
   * Those of the configuration, in its order.
   *
   * @throws IllegalArgumentException when two have the same name
   */
  public Providers(List<ProviderSettings> all) {
    for (ProviderSettings provider : all) {
      if (byName.put(provider.name(), provider) != null) {
        throw new IllegalArgumentException("two login providers are called " + provider.name());
      }
    }
  }

  /**
   * A button.
   *
   * @param path where it leads
   */
  public record Choice(String name, String label, String path, boolean hasRepositories) {}

  /** What can be chosen, in the order of the configuration. */
  public List<Choice> choices() {
    return byName.values().stream()
        .map(provider ->
            new Choice(
                provider.name(),
                provider.label(),
                "/login/oauth2/" + provider.name(),
                provider.gitHost().isPresent()))
        .toList();
  }

  ProviderSettings named(String name) {
    ProviderSettings provider = byName.get(name);
    if (provider == null) {
      throw unknown();
    }
    return provider;
  }

  /** The one whose repositories are on that host. */
  Optional<ProviderSettings> ofGitHost(String host) {
    return byName.values().stream()
        .filter(provider -> provider.gitHost().filter(host::equals).isPresent())
        .findFirst();
  }

  /** What the provider is called for people; its address when it is none of these any more. */
  public String label(String authority) {
    return byName.values().stream()
        .filter(provider -> provider.authority().equals(authority))
        .map(ProviderSettings::label)
        .findFirst()
        .orElse(authority);
  }

  static ProviderException unknown() {
    return new ProviderException(
        ProviderException.Kind.UNKNOWN,
        "There is no such login provider here, or it has no repositories.",
        null);
  }
}
