package ai.wikibuilder.cli.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.wikibuilder.cli.configuration.Configuration;
import ai.wikibuilder.cli.configuration.UsageException;
import ai.wikibuilder.server.providers.Providers;
import ai.wikibuilder.server.providers.Providers.Choice;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfiguredProvidersTest {
  @TempDir Path home;

  @Test
  void withoutAnyKeyThereIsNoProvider() {
    assertThat(providers(Map.of()).choices()).isEmpty();
  }

  @Test
  void gitHubGitLabAndSeveralOthersAreOfferedInThatOrder() {
    Providers providers =
        providers(
            Map.of(
                "AIWIKI_LOGIN_GITHUB_CLIENT_ID", "hub",
                "AIWIKI_LOGIN_GITHUB_CLIENT_SECRET", "s1",
                "AIWIKI_LOGIN_GITLAB_CLIENT_ID", "lab",
                "AIWIKI_LOGIN_GITLAB_CLIENT_SECRET", "s2",
                "AIWIKI_LOGIN_GITLAB_URL", "https://git.example.org",
                "AIWIKI_LOGIN_OIDC",
                    "work https://id.example.org aiwiki Company login,home https://home.example.org x",
                "AIWIKI_LOGIN_OIDC_SECRETS", "work=s3,home=s4=with=signs"));

    assertThat(providers.choices())
        .containsExactly(
            new Choice("github", "GitHub", "/login/oauth2/github", true),
            new Choice("gitlab", "GitLab", "/login/oauth2/gitlab", true),
            new Choice("work", "Company login", "/login/oauth2/work", false),
            new Choice("home", "home", "/login/oauth2/home", false));
    assertThat(providers.label("https://git.example.org")).isEqualTo("GitLab");
  }

  @Test
  void whatIsNotWholeIsSaidWithoutItsSecret() {
    refused(Map.of("AIWIKI_LOGIN_GITHUB_CLIENT_ID", "hub"), "login.github");
    refused(Map.of("AIWIKI_LOGIN_OIDC", "work https://id.example.org"), "NAME ISSUER CLIENT-ID");
    refused(Map.of("AIWIKI_LOGIN_OIDC", "work https://id.example.org x"), "login.work");
    refused(
        Map.of(
            "AIWIKI_LOGIN_OIDC", "Work https://id.example.org x",
            "AIWIKI_LOGIN_OIDC_SECRETS", "Work=planted"),
        "lower-case");
    refused(Map.of("AIWIKI_LOGIN_OIDC_SECRETS", "planted"), "NAME=SECRET");
    refused(
        Map.of(
            "AIWIKI_LOGIN_OIDC", "a https://a.org x,a https://b.org x",
            "AIWIKI_LOGIN_OIDC_SECRETS", "a=planted"),
        "two login providers are called a");
  }

  private void refused(Map<String, String> environment, String said) {
    assertThatThrownBy(() -> providers(environment))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(said)
        .message()
        .doesNotContain("planted");
  }

  private Providers providers(Map<String, String> environment) {
    return ConfiguredProviders.of(Configuration.read(environment, home));
  }
}
