package ai.wikibuilder.source.secrets;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets are put together here piece by piece, so that none stands in this file. */
class SecretMaskTest {
  private static final long SEED = PlantedSecrets.SEED;
  private static final String DIGITS = "0123456789";
  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
  private static final String ALL = LETTERS + DIGITS;

  private final PlantedSecrets secrets = new PlantedSecrets();
  private final SecretMask mask = SecretMask.load();

  private String masked(String text) {
    return new String(mask.mask(text.getBytes(UTF_8), true).utf8(), UTF_8);
  }

  @Test
  void noneOfFiftyPlantedSecretsIsLeft() {
    Map<String, List<PlantedSecrets.Planted>> planted = secrets.byKind();
    assertThat(planted).hasSizeGreaterThanOrEqualTo(50);
    StringBuilder text = new StringBuilder();
    planted.values().forEach(list -> list.forEach(each -> text.append(each.line()).append('\n')));

    String masked = masked(text.toString());

    planted.forEach((kind, list) ->
        list.forEach(each ->
            assertThat(masked).as("%s, seed %d", kind, SEED).doesNotContain(each.secret())));
    assertThat(masked).hasSameSizeAs(text);
  }

  @Test
  void atLeastTwentyFiveKindsAreKnown() {
    assertThat(mask.kinds()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void aPrivateKeyOverSeveralLinesIsMaskedAndItsLineBreaksStay() {
    String body =
        secrets.some(ALL, 64)
            + "\r\n"
            + secrets.some(ALL, 64)
            + "\n"
            + secrets.some(ALL, 20)
            + "==";
    String text =
        "-----BEGIN RSA PRIV" + "ATE KEY-----\n" + body + "\n-----END RSA PRIVATE KEY-----\n";

    String masked = masked(text);

    assertThat(masked)
        .doesNotContain(body.substring(0, 64))
        .doesNotContain(body.substring(66, 100));
    assertThat(masked.replaceAll("[^\r\n]", "")).isEqualTo(text.replaceAll("[^\r\n]", ""));
    assertThat(masked).hasSameSizeAs(text);
  }

  @Test
  void aPrivateKeyInAJsonStringIsMasked() {
    String body = secrets.some(ALL, 64) + "\\n" + secrets.some(ALL, 64);
    String text =
        "\"private_key\": \"-----BEGIN PRIV"
            + "ATE KEY-----\\n"
            + body
            + "\\n-----END PRIVATE KEY-----\\n\"";

    assertThat(masked(text)).doesNotContain(body.substring(10, 50));
  }

  @Test
  void theTextAroundASecretStaysWhereItWas() {
    String secret = "gh" + "p_" + secrets.some(ALL, 36);

    assertThat(masked("\u00fc a " + secret + " b\n"))
        .isEqualTo("\u00fc a " + "*".repeat(40) + " b\n");
  }

  @Test
  void aTextWithoutSecretsIsGivenBackUncopied() {
    byte[] text = "int answer() { return 42; }\n".getBytes(UTF_8);

    assertThat(mask.mask(text, false).utf8()).isSameAs(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password = \"password\"",
        "password: \"changeme123\"",
        "String password = getPassword2();",
        "password=${DB_PASSWORD_1}",
        "api_key = \"YOUR_API_KEY_123\"",
        "secret = os.environ[\"SECRET_2\"]",
        "sha256 = \"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"",
        "commit = 9835b6f90192f79cdf5300c528fc6212455fb6c1",
        "AKIAIOSFODNN7EXAMPLE",
        "mongodb://username:password@host:1234",
        "https://user:<password>@host/",
        "Bearer <token>",
        "password = \"test-password-1\"",
        "secretKey = config.secret.key2",
        "<input type=\"password\" name=\"password1\">",
        "uuid = \"123e4567-e89b-12d3-a456-426614174000\"",
        "private static final String PASSWORD = \"ssl.key.password\";",
        "integrity: sha512-0123456789abcdef",
        "api_key: \"xxxxxxxxxxxxxxxx1\"",
        "token = lexer.nextToken2()",
        "s.replace(\"-----BEGIN PRIVATE KEY-----\", \"\").replace(\"-----END PRIVATE KEY-----\", \"\")"
      })
  void whatOnlyLooksLikeASecretStays(String line) {
    assertThat(masked(line + "\n")).isEqualTo(line + "\n");
  }
}
