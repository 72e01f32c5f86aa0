package ai.wikibuilder.cli.serving;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.Setting;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.server.providers.ProviderSettings;
import ai.wikibuilder.server.providers.ProviderSettings.Kind;
import ai.wikibuilder.server.providers.Providers;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads where people may log in beside the server itself. */
final class ConfiguredProviders {
  /** Words of one provider in {@code login.oidc}, before its label. */
  private static final int WORD_COUNT_MIN = 3;

  private ConfiguredProviders() {}

  /**
   * The providers of the configuration: GitHub, GitLab, then the others in their order.
   *
   * @throws UsageException when one is not whole
   */
  static Providers of(Configuration configuration) {
    try {
      List<ProviderSettings> providers = new ArrayList<>();
      github(configuration).ifPresent(providers::add);
      gitlab(configuration).ifPresent(providers::add);
      Map<String, String> secrets = secrets(configuration);
      for (String line : configuration.list(Setting.LOGIN_OIDC)) {
        providers.add(openId(line, secrets));
      }
      return new Providers(providers);
    } catch (IllegalArgumentException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  private static Optional<ProviderSettings> github(Configuration configuration) {
    return configuration
        .optional(Setting.LOGIN_GITHUB_CLIENT_ID)
        .map(id ->
            new ProviderSettings(
                "github",
                Kind.GITHUB,
                "GitHub",
                URI.create(configuration.text(Setting.LOGIN_GITHUB_URL)),
                id,
                configuration.text(Setting.LOGIN_GITHUB_CLIENT_SECRET)));
  }

  private static Optional<ProviderSettings> gitlab(Configuration configuration) {
    return configuration
        .optional(Setting.LOGIN_GITLAB_CLIENT_ID)
        .map(id ->
            new ProviderSettings(
                "gitlab",
                Kind.GITLAB,
                "GitLab",
                URI.create(configuration.text(Setting.LOGIN_GITLAB_URL)),
                id,
                configuration.text(Setting.LOGIN_GITLAB_CLIENT_SECRET)));
  }

  private static ProviderSettings openId(String line, Map<String, String> secrets) {
    String[] words = line.strip().split("\\s+", WORD_COUNT_MIN + 1);
    if (words.length < WORD_COUNT_MIN) {
      throw new UsageException(
          "login.oidc: expected NAME ISSUER CLIENT-ID [LABEL], such as"
              + " `work https://id.example.org aiwiki Company login`, got "
              + line);
    }
    return new ProviderSettings(
        words[0],
        Kind.OIDC,
        words.length > WORD_COUNT_MIN ? words[WORD_COUNT_MIN] : words[0],
        URI.create(words[1]),
        words[2],
        secrets.getOrDefault(words[0], ""));
  }

  /** Never shown when it is wrong: what stands there is a secret. */
  private static Map<String, String> secrets(Configuration configuration) {
    Map<String, String> secrets = new LinkedHashMap<>();
    String text = configuration.text(Setting.LOGIN_OIDC_SECRETS);
    for (String pair : text.isBlank() ? new String[0] : text.split(",", -1)) {
      int joint = pair.indexOf('=');
      if (joint < 1) {
        throw new UsageException(
            "login.oidc-secrets: expected NAME=SECRET, with commas between several");
      }
      secrets.put(pair.substring(0, joint).strip(), pair.substring(joint + 1).strip());
    }
    return secrets;
  }
}
