package ai.wikibuilder.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigurationTest {
  @TempDir Path home;
  private Path file;

  @BeforeEach
  void dataFolder() throws IOException {
    file = Files.createDirectories(home.resolve(".aiwiki")).resolve("config.yaml");
  }

  @Test
  void withoutAFileTheDefaultsHold() {
    Configuration configuration = Configuration.read(Map.of(), home);

    assertThat(configuration.path(Setting.DATA_DIR)).isEqualTo(home.resolve(".aiwiki"));
    assertThat(configuration.duration(Setting.LIMITS_FETCH_TIME)).isEqualTo(Duration.ofMinutes(30));
    assertThat(configuration.size(Setting.LIMITS_FILE_SIZE)).isEqualTo(2 << 20);
    assertThat(configuration.isOn(Setting.SEARCH_RERANK)).isTrue();
    assertThat(configuration.list(Setting.ALLOWED_HOSTS)).isEmpty();
    assertThat(configuration.optional(Setting.GIT_TOKEN)).isEmpty();
  }

  @Test
  void everySettingHasADefaultThatIsOfItsKind() {
    assertThat(Setting.values())
        .allSatisfy(setting -> assertThat(setting.variable()).matches("AIWIKI_[A-Z_]+"))
        .extracting(Setting::key)
        .doesNotHaveDuplicates();

    Configuration.read(Map.of(), home); // throws when a default is not of its kind
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
    Files.writeString(file, "limits:\n  fetch-time: 5m\n  silence: 10s\nsearch:\n  rerank: off\n");

    Configuration configuration = Configuration.read(Map.of("AIWIKI_LIMITS_SILENCE", "20s"), home);

    assertThat(configuration.duration(Setting.LIMITS_FETCH_TIME)).isEqualTo(Duration.ofMinutes(5));
    assertThat(configuration.duration(Setting.LIMITS_SILENCE)).isEqualTo(Duration.ofSeconds(20));
    assertThat(configuration.isOn(Setting.SEARCH_RERANK)).isFalse();
  }

  @Test
  void listsMayBeYamlOrCommas() throws IOException {
    Files.writeString(file, "allowed:\n  hosts: [git.lan:443, localhost:8080]\n");

    assertThat(Configuration.read(Map.of(), home).list(Setting.ALLOWED_HOSTS))
        .containsExactly("git.lan:443", "localhost:8080");
  }

  @Test
  void allProblemsAreReportedTogetherWithWhatWasMeant() throws IOException {
    Files.writeString(file, "limits:\n  fetch-tmie: 5m\n  objects: many\nsite:\n  language: xx\n");

    assertThatThrownBy(() ->
            Configuration.read(Map.of("AIWIKI_GIT_TOKN", "x", "AIWIKI_LIMITS_SILENCE", ""), home))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("limits.fetch-tmie; did you mean limits.fetch-time?")
        .hasMessageContaining("limits.objects (AIWIKI_LIMITS_OBJECTS): expected a number, got many")
        .hasMessageContaining("site.language (AIWIKI_SITE_LANGUAGE): expected en or tr, got xx")
        .hasMessageContaining("AIWIKI_GIT_TOKN; did you mean AIWIKI_GIT_TOKEN?")
        .hasMessageContaining("limits.silence");
  }

  @Test
  void aFileThatIsNotYamlIsNamedWithItsLine() throws IOException {
    Files.writeString(file, "git:\n  token: \"open\n");

    assertThatThrownBy(() -> Configuration.read(Map.of(), home))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("config.yaml")
        .hasMessageContaining("line");
  }

  @Test
  void anotherFileCanBeNamedAndMustExist() throws IOException {
    Path other = Files.writeString(home.resolve("other.yaml"), "search:\n  rerank: off\n");

    assertThat(
            Configuration.read(Map.of("AIWIKI_CONFIG", other.toString()), home)
                .isOn(Setting.SEARCH_RERANK))
        .isFalse();
    assertThatThrownBy(
            () -> Configuration.read(Map.of("AIWIKI_CONFIG", home + "/missing.yaml"), home))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("missing.yaml");
  }

  @Test
  void theDocumentationListsEverySettingAsItIs() throws IOException {
    Path document = Path.of("../docs/configuration.md");
    StringBuilder expected =
        new StringBuilder(
            """
            # Configuration

            A value comes from a flag, the environment, `config.yaml` in the data folder or the default, whichever is found
            first. In the file a dot is a level: `limits.fetch-time` is `fetch-time` below `limits`. Unknown keys and values
            that are not of their kind stop the start; all of them are reported together. Secrets are never flags, because
            others on the machine can read those.

            | Key | Environment | Default | Meaning |
            |---|---|---|---|
            """);
    for (Setting setting : Setting.values()) {
      expected.append(
          "| `%s` | `%s` | %s | %s |\n"
              .formatted(
                  setting.key(),
                  setting.variable(),
                  setting.byDefault().isEmpty() ? "none" : "`" + setting.byDefault() + "`",
                  setting.meaning()));
    }
    expected.append(
        """

        `HTTPS_PROXY` is honoured for connections to public hosts. `AIWIKI_JAVA_OPTIONS` gives options to Java itself, such as
        `-Xmx8g`.

        ```yaml
        # ~/.aiwiki/config.yaml
        allowed:
          hosts: [git.example.org:8443]
        limits:
          fetch-time: 1h
        search:
          rerank: on
        ```
        """);

    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(document, expected);
    }
    assertThat(document).hasContent(expected.toString());
  }
}
