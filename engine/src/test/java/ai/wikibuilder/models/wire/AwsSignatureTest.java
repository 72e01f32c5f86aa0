package ai.wikibuilder.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import ai.wikibuilder.outbound.Credential;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AwsSignatureTest {
  private static final String ADDRESS =
      "https://bedrock-runtime.eu-west-1.amazonaws.com/model/eu.anthropic.claude-sonnet-4-5-20250929-v1%3A0/converse-stream";
  private static final String PAIR =
      "AKIAIOSFODNN7EXAMPLE:wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

  private final AwsSignature signature =
      new AwsSignature(Clock.fixed(Instant.parse("2026-11-20T10:00:00Z"), ZoneOffset.UTC));

  /** The expected signatures were computed from Amazon's description by another program. */
  @ParameterizedTest
  @CsvSource({
    "'',622f39925fc5605bca4c146eea59da1d3efe1cb08f96cf76642976e483534aeb",
    ":tokentokentoken,df7e410ca04a4a84ab1b1bb1ea26939c469bd0831d9fc1e113a4d436bce4fb85"
  })
  void aRequestIsSignedAsAmazonDescribesIt(String session, String expected) {
    Map<String, String> headers =
        signature.sign(PAIR + session, ADDRESS, "{\"messages\":[]}").headers();

    assertThat(headers.get("Authorization"))
        .startsWith(
            "AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261120/eu-west-1/bedrock/aws4_request")
        .endsWith("Signature=" + expected);
    assertThat(headers).containsEntry("x-amz-date", "20261120T100000Z").doesNotContainKey("host");
    assertThat(headers.containsKey("x-amz-security-token")).isEqualTo(!session.isEmpty());
  }

  @Test
  void theSecretItselfIsNeverSent() {
    Credential credential = signature.sign(PAIR, ADDRESS, "{}");

    assertThat(credential.headers().toString()).doesNotContain("wJalrXUtnFEMI");
    assertThat(credential.toString()).doesNotContain("AKIA");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bedrock-api-key-0123", "AKIASHORT:x", "AKIAIOSFODNN7EXAMPLE", ""})
  void aKeyOfBedrocksOwnIsNoPair(String key) {
    assertThat(AwsSignature.isPair(key)).isFalse();
  }
}
